package org.plugcharge.ocpp.v201;

/** The two ends of an OCPP connection. */
public enum Role {
    STATION,
    CSMS
}
