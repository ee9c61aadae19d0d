package org.plugcharge.secc.evse;

import java.time.Instant;

/**
 * The import register of an energy meter: {@code wattHours} only ever grows. {@code meterId} has 1
 * to 32 characters.
 */
public record MeterReading(String meterId, Instant at, long wattHours) {}
