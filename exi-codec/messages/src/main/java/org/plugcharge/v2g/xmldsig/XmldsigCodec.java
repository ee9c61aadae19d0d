package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.codec.xmldsig.XmldsigFragments;

/**
 * Codes SignedInfo as the fragment that is signed: in the grammar of xmldsig alone, not in that of
 * the message around it.
 */
public final class XmldsigCodec {

    private XmldsigCodec() {}

    /** The fragment; {@link ExiException} if a value is outside its facets. */
    public static Bytes fragment(SignedInfo signedInfo) {
        BitWriter out = new BitWriter();
        XmldsigFragments.CODEC.encode(out, "SignedInfo", signedInfo);
        return out.toBytes();
    }

    /** Reads the fragment; {@link ExiException} if it is none. */
    public static SignedInfo decodeSignedInfo(Bytes fragment) {
        return (SignedInfo) XmldsigFragments.CODEC.decode(new BitReader(fragment)).value();
    }
}
