package org.plugcharge.plc.segment;

import java.time.Duration;
import java.time.Instant;

/**
 * How a run on a segment passes time: by waiting, or by jumping to the next moment at which
 * something is due.
 */
public interface Pace {

    /** The present moment. */
    Instant now();

    /** Lets time pass until {@code moment}; {@link InterruptedException} ends the run. */
    void until(Instant moment) throws InterruptedException;

    /** The wall clock: waits. */
    static Pace real() {
        return new Pace() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void until(Instant moment) throws InterruptedException {
                Duration left = Duration.between(Instant.now(), moment);
                if (left.isPositive()) {
                    Thread.sleep(left);
                }
            }
        };
    }

    /** Virtual time from {@code start}: never waits. */
    static Pace virtual(Instant start) {
        return new Pace() {
            private Instant now = start;

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void until(Instant moment) {
                now = moment.isAfter(now) ? moment : now;
            }
        };
    }
}
