package org.plugcharge.csms.rating;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How much a meter may run in a time.
 *
 * @param maxWatts the most the EVSE can deliver
 * @param clockTolerance by how much a time span may be too short, for clocks and for values that
 *     are sampled late
 */
public record Plausibility(BigDecimal maxWatts, Duration clockTolerance) {

    /** For a 400 A, 1000 V charger. */
    public static final Plausibility DC_400_KW =
            new Plausibility(BigDecimal.valueOf(400_000), Duration.ofSeconds(10));

    boolean allows(BigDecimal wattHours, Duration span) {
        BigDecimal wattMillis =
                maxWatts.multiply(BigDecimal.valueOf(span.plus(clockTolerance).toMillis()));
        return wattHours.multiply(BigDecimal.valueOf(3_600_000)).compareTo(wattMillis) <= 0;
    }
}
