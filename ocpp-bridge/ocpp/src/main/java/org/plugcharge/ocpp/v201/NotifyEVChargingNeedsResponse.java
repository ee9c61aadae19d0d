package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** What the CSMS makes of it; a profile may follow. */
public record NotifyEVChargingNeedsResponse(
        ChargingNeedsStatus status, @Nullable StatusInfo statusInfo) implements Response {}
