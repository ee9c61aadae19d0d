package org.plugcharge.secc.host;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day when it was made, and from there on as fast as time goes: a session whose clock
 * is set by somebody in the meantime neither waits for hours nor gives up at once.
 */
final class SteadyClock implements InstantSource {

    private final Instant start;
    private final LongSupplier nanos;
    private final long startNanos;

    SteadyClock(InstantSource timeOfDay) {
        this(timeOfDay, System::nanoTime);
    }

    /** {@code nanos} only goes forward, as {@link System#nanoTime} does. */
    SteadyClock(InstantSource timeOfDay, LongSupplier nanos) {
        this.start = timeOfDay.instant();
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }
}
