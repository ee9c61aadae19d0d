package org.plugcharge.evcc.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A set of response times, by nearest rank; zero where there is none. */
public record ResponseTimes(List<Duration> sorted) {

    /** Of any order. */
    public static ResponseTimes of(Collection<Duration> times) {
        return new ResponseTimes(times.stream().sorted().toList());
    }

    /** How many. */
    public int count() {
        return sorted.size();
    }

    /** The middle one. */
    public Duration median() {
        return quantile(50);
    }

    /** 99 of 100 are not longer. */
    public Duration p99() {
        return quantile(99);
    }

    private Duration quantile(int percent) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
