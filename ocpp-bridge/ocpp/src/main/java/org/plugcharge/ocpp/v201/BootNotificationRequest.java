package org.plugcharge.ocpp.v201;

/** A station announces itself; nothing else may be sent before it is accepted. */
public record BootNotificationRequest(ChargingStation chargingStation, BootReason reason)
        implements Request<BootNotificationResponse> {}
