package org.plugcharge.evcc.hostile;

import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;

/**
 * A supportedAppProtocolReq with any number of entries, written bit by bit: the codec refuses to
 * write more than the schema allows.
 */
final class LongOffer {

    private static final int HEADER = 0x80;
    private static final String NAMESPACE = "urn:example:charging";
    private static final int MOST_ENTRIES = 255;

    private LongOffer() {}

    /** The octets of an offer of so many protocols, 1 to 255. */
    static Bytes of(int entries) {
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw new IllegalArgumentException("expected 1 to 255 entries, got " + entries);
        }
        BitWriter out = new BitWriter();
        out.bits(HEADER, 8);
        out.bits(0, 2);
        out.bits(0, 1);
        entry(out, 0);
        for (int i = 1; i < entries; i++) {
            out.bits(0, 2);
            entry(out, i);
        }
        out.bits(1, 2);
        return out.toBytes();
    }

    private static void entry(BitWriter out, int number) {
        out.string(0, 2, NAMESPACE, 0, 100);
        out.bits(0, 1);
        out.unsigned64(0, 2, 2);
        out.bits(0, 1);
        out.unsigned64(0, 2, 0);
        out.bits(0, 1);
        out.bits(0, 2);
        out.bits(number, 8);
        out.bits(0, 1);
        out.bits(0, 2);
        out.bits(number % 20, 5);
        out.bits(0, 2);
    }
}
