package org.plugcharge.evcc.demo;

import java.time.Instant;

/** What the car measured at its inlet at one moment of the charge loop. */
public record PowerPoint(Instant at, int milliVolts, int milliAmps, int socPercent) {

    /** Voltage times current. */
    public long milliWatts() {
        return (long) milliVolts * milliAmps / 1_000;
    }
}
