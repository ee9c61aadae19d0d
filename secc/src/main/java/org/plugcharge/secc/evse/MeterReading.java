package org.plugcharge.secc.evse;

import java.time.Instant;
import java.util.Optional;

/**
 * The import register of an energy meter: {@code wattHours} only ever grows. {@code meterId} has 1
 * to 32 characters.
 *
 * @param signed what the meter last signed, a little older than the rest; empty if it signs nothing
 */
public record MeterReading(
        String meterId, Instant at, long wattHours, Optional<SignedReading> signed) {

    /** A reading of a meter that signs nothing. */
    public MeterReading(String meterId, Instant at, long wattHours) {
        this(meterId, at, wattHours, Optional.empty());
    }
}
