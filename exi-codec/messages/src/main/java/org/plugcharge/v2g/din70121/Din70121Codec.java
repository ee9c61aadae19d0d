package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.codec.din.Din70121Documents;
import org.plugcharge.v2g.codec.din.Din70121Fragments;

/**
 * Codes the messages of DIN SPEC 70121, and the elements its schema gives an {@code Id} to be
 * signed by.
 *
 * <p>{@link ExiException} is all that can go wrong: octets that are no message, or a record that
 * holds what the schema forbids. Strings are written as literals, zero octets behind a document are
 * taken as padding, second-level events are refused.
 */
public final class Din70121Codec {

    private static final String MESSAGE = "V2G_Message";

    private Din70121Codec() {}

    /** The message as an EXI document. */
    public static Bytes encode(V2gMessage message) {
        BitWriter out = new BitWriter();
        Din70121Documents.CODEC.encode(out, MESSAGE, message);
        return out.toBytes();
    }

    /**
     * Writes the message as an EXI document after a {@link BitWriter#reset} of {@code out};
     * allocates nothing once {@code out} has grown.
     */
    public static void encode(V2gMessage message, BitWriter out) {
        Din70121Documents.CODEC.encode(out.reset(), MESSAGE, message);
    }

    /**
     * Writes the message to {@code target} from {@code offset} on; the number of octets written.
     */
    public static int encode(V2gMessage message, byte[] target, int offset) {
        BitWriter out = new BitWriter();
        Din70121Documents.CODEC.encode(out, MESSAGE, message);
        return out.copyTo(target, offset);
    }

    /** Reads a message. */
    public static V2gMessage decode(Bytes octets) {
        return decode(new BitReader(octets));
    }

    /** Reads a message from {@code length} octets of an array, which is not kept. */
    public static V2gMessage decode(byte[] octets, int offset, int length) {
        return decode(new BitReader(octets, offset, length));
    }

    private static V2gMessage decode(BitReader in) {
        NamedValue root = Din70121Documents.CODEC.decode(in);
        if (root.value() instanceof V2gMessage message) {
            return message;
        }
        throw in.refuse("expected " + MESSAGE + ", found " + root.name());
    }

    /** ContractAuthenticationReq as the fragment that is digested. */
    public static Bytes fragment(ContractAuthenticationReq element) {
        return fragment("ContractAuthenticationReq", element);
    }

    /** MeteringReceiptReq as the fragment that is digested. */
    public static Bytes fragment(MeteringReceiptReq element) {
        return fragment("MeteringReceiptReq", element);
    }

    /** CertificateInstallationReq as the fragment that is digested. */
    public static Bytes fragment(CertificateInstallationReq element) {
        return fragment("CertificateInstallationReq", element);
    }

    /** CertificateInstallationRes as the fragment that is digested. */
    public static Bytes fragment(CertificateInstallationRes element) {
        return fragment("CertificateInstallationRes", element);
    }

    /** CertificateUpdateReq as the fragment that is digested. */
    public static Bytes fragment(CertificateUpdateReq element) {
        return fragment("CertificateUpdateReq", element);
    }

    /** CertificateUpdateRes as the fragment that is digested. */
    public static Bytes fragment(CertificateUpdateRes element) {
        return fragment("CertificateUpdateRes", element);
    }

    /** SalesTariff as the fragment that is digested. */
    public static Bytes fragment(SalesTariff element) {
        return fragment("SalesTariff", element);
    }

    private static Bytes fragment(String name, Object element) {
        BitWriter out = new BitWriter();
        Din70121Fragments.CODEC.encode(out, name, element);
        return out.toBytes();
    }

    /** Reads a fragment of one of the elements that are signed. */
    public static NamedValue decodeFragment(Bytes octets) {
        return Din70121Fragments.CODEC.decode(new BitReader(octets));
    }
}
