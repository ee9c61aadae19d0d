package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether the station took them. */
public record SetChargingProfileResponse(
        ChargingProfileStatus status, @Nullable StatusInfo statusInfo) implements Response {}
