package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether the schedule fits. */
public record NotifyEVChargingScheduleResponse(
        GenericStatus status, @Nullable StatusInfo statusInfo) implements Response {}
