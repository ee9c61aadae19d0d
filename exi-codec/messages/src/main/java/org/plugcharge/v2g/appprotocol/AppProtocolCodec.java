package org.plugcharge.v2g.appprotocol;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.codec.app.AppProtocolDocuments;

/** Codes the two messages of the handshake; {@link ExiException} is all that can go wrong. */
public final class AppProtocolCodec {

    private AppProtocolCodec() {}

    /** The message as an EXI document. */
    public static Bytes encode(AppProtocolMessage message) {
        BitWriter out = new BitWriter();
        encode(message, out);
        return out.toBytes();
    }

    /** Writes the message as an EXI document after a {@link BitWriter#reset} of {@code out}. */
    public static void encode(AppProtocolMessage message, BitWriter out) {
        String element =
                switch (message) {
                    case SupportedAppProtocolReq _ -> "supportedAppProtocolReq";
                    case SupportedAppProtocolRes _ -> "supportedAppProtocolRes";
                };
        AppProtocolDocuments.CODEC.encode(out.reset(), element, message);
    }

    /** Reads an EXI document. */
    public static AppProtocolMessage decode(Bytes octets) {
        return decode(new BitReader(octets));
    }

    /** Reads an EXI document from {@code length} octets of an array, which is not kept. */
    public static AppProtocolMessage decode(byte[] octets, int offset, int length) {
        return decode(new BitReader(octets, offset, length));
    }

    private static AppProtocolMessage decode(BitReader in) {
        return (AppProtocolMessage) AppProtocolDocuments.CODEC.decode(in).value();
    }
}
