package org.plugcharge.secc.host;

import org.plugcharge.exi.Bytes;

import java.time.Instant;

/**
 * One session of one protocol, as its connection sees it: the mailbox of that protocol's core. All
 * methods are called on the connection's event loop.
 */
interface Conversation {

    /**
     * The octets of one message; {@link org.plugcharge.exi.ExiException} if they are none of this
     * protocol.
     */
    void received(Bytes exi);

    /** Pilot, contactor, isolation or fault changed. */
    void hardwareChanged();

    /** The station wants charging to stop. */
    void stopRequested();

    /** The station has other schedules than those the vehicle charges under. */
    void renegotiationRequested();

    /** The connection is gone, or no longer to be used. */
    void linkLost(String reason);

    /** What a conversation can have done for it. */
    interface Door {

        /** The connector it is about. */
        Outlet outlet();

        /** Sends a message, and writes it down. */
        void send(Object message, Bytes exi);

        /** Writes something down. */
        void note(Journal.Kind kind, Object what);

        /** Writes a message down. */
        void note(Journal.Kind kind, Object message, Bytes exi);

        /** From any thread: does something on the loop, later. */
        void later(Runnable action);

        /**
         * Does something at a time, once, unless it is disarmed; replaces what was armed before.
         */
        void arm(Enum<?> timer, Instant at, Runnable fired);

        /** Forgets a timer. */
        void disarm(Enum<?> timer);

        /** Ends the connection; {@code orderly} if the vehicle had said good-bye. */
        void close(String reason, boolean orderly);
    }
}
