package org.plugcharge.secc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.time.Instant;

/**
 * Hears everything that a session says and hears, in order, from the session's own thread; must
 * return at once.
 */
@FunctionalInterface
public interface Journal {

    /** Hears nothing. */
    Journal NONE = entry -> {};

    /** Takes one entry. */
    void note(Entry entry);

    /** Where an entry comes from or goes to. */
    enum Kind {
        /** From the vehicle. */
        RECEIVED,
        /** To the vehicle. */
        SENT,
        /** A question or event to the back end, a command to the hardware, a timer. */
        OUTPUT,
        /** An answer of the back end, a change of the hardware, a timer that fired. */
        INPUT,
        /** Something about the connection: opened, TLS agreed, closed. */
        CONNECTION
    }

    /**
     * The end of a session: why, and whether the vehicle had said good-bye; an entry of kind {@link
     * Kind#OUTPUT}.
     */
    record SessionEnded(String reason, boolean orderly) {}

    /**
     * One thing that happened.
     *
     * @param what the message, input or output as a record, or a text
     * @param octets the EXI octets of a message
     */
    record Entry(Instant at, Kind kind, Object what, @Nullable Bytes octets) {}
}
