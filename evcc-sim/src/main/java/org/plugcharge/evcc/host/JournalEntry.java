package org.plugcharge.evcc.host;

import org.plugcharge.evcc.session.Phase;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened: when, in which phase, what in words, the EXI octets if there were any,
 * and the thing itself.
 *
 * <p>Of what was sent or received that is the {@code V2gMessage} or {@code AppProtocolMessage}, of
 * other inputs and outputs the record itself. The inputs of a session, taken again at the same
 * instants, lead to the same outputs.
 */
public record JournalEntry(
        Instant instant,
        Phase phase,
        Kind kind,
        String text,
        Optional<Bytes> octets,
        Optional<Object> message) {

    /** What kind of thing. */
    public enum Kind {
        /** A message to the station. */
        SENT,
        /** A message from the station. */
        RECEIVED,
        /**
         * Something else that happened to the car: a timer, an answer of its own parts, the driver.
         */
        INPUT,
        /** Something else that the car did. */
        OUTPUT,
        /** Discovery, connection, TLS. */
        LINK
    }
}
