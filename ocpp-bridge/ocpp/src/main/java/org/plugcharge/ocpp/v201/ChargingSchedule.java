package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Size;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Limits over time; {@code duration} in seconds. */
public record ChargingSchedule(
        int id,
        @Nullable Instant startSchedule,
        @Nullable Integer duration,
        ChargingRateUnit chargingRateUnit,
        @Size(min = 1, max = 1024) List<ChargingSchedulePeriod> chargingSchedulePeriod,
        @Nullable BigDecimal minChargingRate,
        @Nullable SalesTariff salesTariff) {
    /** Copies its lists. */
    public ChargingSchedule {
        chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
    }
}
