package org.plugcharge.evcc.host;

import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.PilotTrouble;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.Optional;

/**
 * One session of one protocol, as the host sees it: what that protocol's core is told and asked.
 * All methods are called on the session's thread.
 */
interface Conversation {

    /** The connection is up. */
    void begin(boolean tls);

    /** The octets of one message came; such that are none are the session's to judge too. */
    void received(Bytes exi);

    /** What came is no frame. */
    void garbled(String reason);

    /** The driver wants to stop. */
    void stopRequested();

    /** The cable was pulled. */
    void unplugged();

    /** Something in the car does not work; as if it were gone, unless the protocol knows better. */
    default void ownFault(String reason) {
        unplugged();
    }

    /** The control pilot shows that the session can't go on. */
    void pilotTrouble(PilotTrouble trouble);

    /** The connection is gone. */
    void linkLost(String reason);

    /** Where the session is. */
    Phase phase();

    /** How it ended, once it has. */
    Optional<Ending> ending();

    /** What a conversation can have done for it. */
    interface Door {

        /** The time, which never goes back. */
        Instant now();

        /** Sends a message, and writes it down. */
        void send(String name, Bytes exi, Object message);

        /**
         * Does something at a time, once, unless it is disarmed; replaces what was armed before.
         */
        void arm(Enum<?> timer, Instant deadline, Runnable fired);

        /** Forgets a timer; whether it ran. */
        boolean disarm(Enum<?> timer);

        /** Does something on the session's thread after all that waits already. */
        void later(Runnable action);

        /** Writes something down. */
        void note(JournalEntry entry);

        /** Closes the connection. */
        void close();
    }
}
