package org.plugcharge.ocpp.station;

import java.time.Duration;

/**
 * How long to wait before the next attempt to connect: doubling from {@code minimum}, at most
 * {@code repeats} times, plus a random part so that a thousand stations do not come back in one
 * second (variables RetryBackOffWaitMinimum, RetryBackOffRepeatTimes, RetryBackOffRandomRange).
 */
public record Backoff(Duration minimum, int repeats, Duration randomRange) {

    /** 1 s doubling six times, up to 2 s on top. */
    public static final Backoff DEFAULT =
            new Backoff(Duration.ofSeconds(1), 6, Duration.ofSeconds(2));

    /**
     * The wait after {@code failures} failed attempts in a row, at least 1; {@code dice} is from 0
     * (inclusive) to 1.
     */
    public Duration after(int failures, double dice) {
        int doublings = Math.min(Math.max(failures, 1) - 1, repeats);
        return minimum.multipliedBy(1L << doublings)
                .plusMillis((long) (dice * randomRange.toMillis()));
    }
}
