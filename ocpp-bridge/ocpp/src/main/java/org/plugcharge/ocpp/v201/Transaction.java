package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** The transaction an event belongs to. */
public record Transaction(
        @Length(36) String transactionId,
        @Nullable ChargingState chargingState,
        @Nullable Integer timeSpentCharging,
        @Nullable StoppedReason stoppedReason,
        @Nullable Integer remoteStartId) {}
