package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Range;

/** Needs of a vehicle on DC: A, V, Wh, W, percent, Wh, percent, percent. */
public record DCChargingParameters(
        int evMaxCurrent,
        int evMaxVoltage,
        @Nullable Integer energyAmount,
        @Nullable Integer evMaxPower,
        @Range(min = 0, max = 100) @Nullable Integer stateOfCharge,
        @Nullable Integer evEnergyCapacity,
        @Range(min = 0, max = 100) @Nullable Integer fullSoC,
        @Range(min = 0, max = 100) @Nullable Integer bulkSoC) {}
