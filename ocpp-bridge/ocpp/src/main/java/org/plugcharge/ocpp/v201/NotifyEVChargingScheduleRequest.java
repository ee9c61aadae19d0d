package org.plugcharge.ocpp.v201;

import java.time.Instant;

/** The schedule a vehicle chose. */
public record NotifyEVChargingScheduleRequest(
        Instant timeBase, ChargingSchedule chargingSchedule, int evseId)
        implements Request<NotifyEVChargingScheduleResponse> {}
