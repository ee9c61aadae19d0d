package org.plugcharge.evcc.load;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts durations of up to two seconds in steps of a microsecond; longer ones count as two. */
final class Times {

    private static final int MOST = 2_000_000;

    private final AtomicLongArray counts = new AtomicLongArray(MOST + 1);
    private final AtomicLong all = new AtomicLong();

    void add(long nanos) {
        counts.incrementAndGet((int) Math.min(MOST, nanos / 1_000));
        all.incrementAndGet();
    }

    long count() {
        return all.get();
    }

    /** In milliseconds. */
    double quantile(double share) {
        long wanted = (long) Math.ceil(all.get() * share);
        long seen = 0;
        for (int micros = 0; micros <= MOST; micros++) {
            seen += counts.get(micros);
            if (seen >= wanted) {
                return micros / 1_000.0;
            }
        }
        return MOST / 1_000.0;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "n=%d median=%.3f ms p99=%.3f ms p99.9=%.3f ms max=%.3f ms",
                count(),
                quantile(0.5),
                quantile(0.99),
                quantile(0.999),
                quantile(1));
    }
}
