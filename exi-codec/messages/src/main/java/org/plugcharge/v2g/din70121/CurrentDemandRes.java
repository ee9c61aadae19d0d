package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** What the DC station delivers now (V, A) and which of its limits it has reached. */
@GlobalElement("CurrentDemandRes")
public record CurrentDemandRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("DC_EVSEStatus") DcEvseStatus evseStatus,
        @Wire("EVSEPresentVoltage") PhysicalValue presentVoltage,
        @Wire("EVSEPresentCurrent") PhysicalValue presentCurrent,
        @Wire("EVSECurrentLimitAchieved") boolean currentLimitAchieved,
        @Wire("EVSEVoltageLimitAchieved") boolean voltageLimitAchieved,
        @Wire("EVSEPowerLimitAchieved") boolean powerLimitAchieved,
        @Wire("EVSEMaximumVoltageLimit") @Nullable PhysicalValue maximumVoltageLimit,
        @Wire("EVSEMaximumCurrentLimit") @Nullable PhysicalValue maximumCurrentLimit,
        @Wire("EVSEMaximumPowerLimit") @Nullable PhysicalValue maximumPowerLimit)
        implements Din70121Response {}
