package org.plugcharge.ocpp.v201;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A limit that holds from {@code startPeriod} seconds after the start of the schedule. */
public record ChargingSchedulePeriod(
        int startPeriod,
        BigDecimal limit,
        @Nullable Integer numberPhases,
        @Nullable Integer phaseToUse) {}
