package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Asks for the present target current (A) and voltage (V), with the car's limits; the message of
 * the DC loop. Remaining times are in the unit of their value.
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
        implements Din70121Request {}
