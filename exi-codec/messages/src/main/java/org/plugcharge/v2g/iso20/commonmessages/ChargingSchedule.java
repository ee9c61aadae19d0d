package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/** Power over time, and perhaps its price. */
@ComplexType("ChargingScheduleType")
public record ChargingSchedule(
        @Wire("PowerSchedule") PowerSchedule powerSchedule,
        @Nullable PriceSchedule priceSchedule) {}
