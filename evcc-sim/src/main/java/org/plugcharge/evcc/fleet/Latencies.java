package org.plugcharge.evcc.fleet;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Times of one kind of answer, counted in steps of two percent from a microsecond to some minutes:
 * as exact as needed, and of the same size however many there are. Safe for use by several threads.
 */
final class Latencies {

    private static final double STEP = Math.log(1.02);
    private static final int STEPS = 1_024;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);

    void add(Duration time) {
        double micros = Math.max(1, time.toNanos() / 1e3);
        counts.incrementAndGet(Math.min(STEPS - 1, (int) (Math.log(micros) / STEP)));
    }

    long count() {
        long count = 0;
        for (int i = 0; i < STEPS; i++) {
            count += counts.get(i);
        }
        return count;
    }

    /** The time that so many percent do not exceed; zero without any. */
    Duration percentile(double percent) {
        long wanted = (long) Math.ceil(count() * percent / 100);
        long seen = 0;
        for (int i = 0; i < STEPS; i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return Duration.ofNanos((long) (Math.exp((i + 1) * STEP) * 1e3));
            }
        }
        return Duration.ZERO;
    }
}
