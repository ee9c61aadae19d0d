package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** What the DC station delivers now (V, A), which of its limits it has reached, and the meter. */
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
        @Wire("EVSEMaximumPowerLimit") @Nullable PhysicalValue maximumPowerLimit,
        @Wire("EVSEID") @Length(min = 7, max = 37) String evseId,
        @Wire(value = "SAScheduleTupleID", xs = Xs.UNSIGNED_BYTE) @Range(min = 1, max = 255)
                int scheduleTupleId,
        @Wire("MeterInfo") @Nullable MeterInfo meterInfo,
        @Wire("ReceiptRequired") @Nullable Boolean receiptRequired)
        implements Iso2Response {}
