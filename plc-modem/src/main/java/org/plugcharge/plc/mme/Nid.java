package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;

/** Network identifier: seven octets that name a logical network without giving away its key. */
public record Nid(Bytes octets) {

    /** {@link IllegalArgumentException} unless there are seven octets. */
    public Nid {
        if (octets.length() != 7) {
            throw new IllegalArgumentException(
                    "expected 7 octets of a NID, got " + octets.length());
        }
    }

    @Override
    public String toString() {
        return octets.toHex();
    }
}
