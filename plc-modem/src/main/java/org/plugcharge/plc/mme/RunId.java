package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;

/**
 * The eight octets by which a car tells its own SLAC run from others; some cars put text in it, so
 * nothing may be read from it.
 */
public record RunId(Bytes octets) {

    /** {@link IllegalArgumentException} unless there are eight octets. */
    public RunId {
        if (octets.length() != 8) {
            throw new IllegalArgumentException(
                    "expected 8 octets of a RunID, got " + octets.length());
        }
    }

    @Override
    public String toString() {
        return octets.toHex();
    }
}
