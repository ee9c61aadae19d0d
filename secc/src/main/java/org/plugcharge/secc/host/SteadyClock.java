package org.plugcharge.secc.host;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of day when it was made, and from there on as fast as time goes: a session whose clock
 * is set by somebody in the meantime neither waits for hours nor gives up at once.
 */
final class SteadyClock implements InstantSource {

    private final Instant start;
    private final long startNanos = System.nanoTime();

    SteadyClock(InstantSource timeOfDay) {
        this.start = timeOfDay.instant();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
