package org.plugcharge.ocpp.v201;

/** The status was noted. */
public record StatusNotificationResponse() implements Response {}
