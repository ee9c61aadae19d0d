package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a vehicle wants of this stop. */
public record ChargingNeeds(
        @Nullable ACChargingParameters acChargingParameters,
        @Nullable DCChargingParameters dcChargingParameters,
        EnergyTransferMode requestedEnergyTransfer,
        @Nullable Instant departureTime) {}
