package org.plugcharge.evcc.session;

import java.time.Duration;
import java.time.Instant;

/**
 * When a step is taken. A car draws no random numbers of its own: session id and challenge come
 * from the station.
 */
public record Now(Instant instant) {

    /** The instant this long after the step. */
    public Instant plus(Duration time) {
        return instant.plus(time);
    }
}
