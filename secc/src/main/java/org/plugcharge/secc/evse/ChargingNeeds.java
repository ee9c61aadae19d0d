package org.plugcharge.secc.evse;

import java.time.Duration;
import java.util.Optional;

/**
 * What a vehicle says it needs before it is offered schedules.
 *
 * @param phases 1 or 3; empty for direct current
 * @param departure how long it stays, if it says so
 * @param wattHours how much energy it wants, if it says so
 * @param maximumWatts the most power it takes
 */
public record ChargingNeeds(
        Optional<Integer> phases,
        Optional<Duration> departure,
        Optional<Long> wattHours,
        long maximumWatts) {}
