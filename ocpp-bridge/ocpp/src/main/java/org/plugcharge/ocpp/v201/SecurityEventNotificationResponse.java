package org.plugcharge.ocpp.v201;

/** The event was noted. */
public record SecurityEventNotificationResponse() implements Response {}
