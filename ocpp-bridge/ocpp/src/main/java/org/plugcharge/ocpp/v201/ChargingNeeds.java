package org.plugcharge.ocpp.v201;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a vehicle wants of this stop. */
public record ChargingNeeds(
        @Nullable ACChargingParameters acChargingParameters,
        @Nullable DCChargingParameters dcChargingParameters,
        EnergyTransferMode requestedEnergyTransfer,
        @Nullable Instant departureTime) {}
