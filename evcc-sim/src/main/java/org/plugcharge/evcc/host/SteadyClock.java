package org.plugcharge.evcc.host;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The wall clock as it stood at the start, running on evenly whatever is done to the wall clock
 * meanwhile.
 */
final class SteadyClock implements InstantSource {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
