package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;

/**
 * The name of a session: eight octets made by the station [V2G2-750].
 *
 * <p>A car that wants a new session sends zero, as one octet or as eight; {@link #parse} makes both
 * {@link #NEW}.
 */
public record SessionId(Bytes octets) {

    private static final int LENGTH = 8;

    /** Zero: the car asks for a new session. */
    public static final SessionId NEW = new SessionId(Bytes.owning(new byte[LENGTH]));

    /** {@link IllegalArgumentException} unless there are eight octets. */
    public SessionId {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "expected a session id of 8 octets, got " + octets.length());
        }
    }

    /** Reads what stands in a header: up to eight octets, padded with zeros in front. */
    public static SessionId parse(Bytes octets) {
        if (octets.length() > LENGTH) {
            throw new IllegalArgumentException(
                    "expected a session id of at most 8 octets, got " + octets.length());
        }
        return new SessionId(Bytes.owning(new byte[LENGTH - octets.length()]).plus(octets));
    }

    /** Whether this asks for a new session rather than naming one. */
    public boolean asksForNew() {
        return equals(NEW);
    }

    @Override
    public String toString() {
        return octets.toHex();
    }
}
