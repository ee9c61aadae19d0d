package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** A limit that holds from {@code startPeriod} seconds after the start of the schedule. */
public record ChargingSchedulePeriod(
        int startPeriod,
        BigDecimal limit,
        @Nullable Integer numberPhases,
        @Nullable Integer phaseToUse) {}
