package org.plugcharge.ocpp.v201;

/** Needs of a vehicle on AC: Wh, A per phase, A per phase, V. */
public record ACChargingParameters(
        int energyAmount, int evMinCurrent, int evMaxCurrent, int evMaxVoltage) {}
