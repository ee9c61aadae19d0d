package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** What a vehicle wants of this stop. */
public record NotifyEVChargingNeedsRequest(
        @Nullable Integer maxScheduleTuples, ChargingNeeds chargingNeeds, int evseId)
        implements Request<NotifyEVChargingNeedsResponse> {}
