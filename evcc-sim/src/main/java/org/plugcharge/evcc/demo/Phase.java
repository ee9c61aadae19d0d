package org.plugcharge.evcc.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * A stage that is over.
 *
 * @param held false if the session broke here
 * @param detail one short line, may be empty
 */
public record Phase(Stage stage, Instant from, Instant until, boolean held, String detail) {

    /** How long it took. */
    public Duration duration() {
        return Duration.between(from, until);
    }
}
