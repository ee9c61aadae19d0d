package org.plugcharge.ocpp.v201;

/** Limits for an EVSE. */
public record SetChargingProfileRequest(int evseId, ChargingProfile chargingProfile)
        implements Request<SetChargingProfileResponse> {}
