package org.plugcharge.evcc.host;

import java.time.Duration;
import java.util.Optional;

/** How a car differs from one by the book. Called on the session's thread. */
public interface Manner {

    /** By the book. */
    Manner BY_THE_BOOK = new Manner() {};

    /** What the car says in place of this message; empty if it says just that. */
    default Optional<Object> instead(Object message) {
        return Optional.empty();
    }

    /** How many octets of zero the car puts behind this message, within its frame. */
    default int padding(Object message) {
        return 0;
    }

    /** Why the car leaves on hearing this message, without a word; empty if it stays. */
    default Optional<String> objection(Object message) {
        return Optional.empty();
    }

    /** The longest the car waits for any answer; empty if as long as the standard says. */
    default Optional<Duration> patience() {
        return Optional.empty();
    }
}
