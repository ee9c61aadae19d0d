package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Asks for the present target current (A) and voltage (V); sent in the DC loop, answer due within
 * 25 ms, and the car gives up at 250 ms. Times are in seconds.
 */
@GlobalElement("CurrentDemandReq")
public record CurrentDemandReq(
        @Wire("DC_EVStatus") DcEvStatus evStatus,
        @Wire("EVTargetCurrent") PhysicalValue targetCurrent,
        @Wire("EVMaximumVoltageLimit") @Nullable PhysicalValue maximumVoltageLimit,
        @Wire("EVMaximumCurrentLimit") @Nullable PhysicalValue maximumCurrentLimit,
        @Wire("EVMaximumPowerLimit") @Nullable PhysicalValue maximumPowerLimit,
        @Wire("BulkChargingComplete") @Nullable Boolean bulkChargingComplete,
        @Wire("ChargingComplete") boolean chargingComplete,
        @Wire("RemainingTimeToFullSoC") @Nullable PhysicalValue remainingTimeToFullSoc,
        @Wire("RemainingTimeToBulkSoC") @Nullable PhysicalValue remainingTimeToBulkSoc,
        @Wire("EVTargetVoltage") PhysicalValue targetVoltage)
        implements Iso2Request {}
