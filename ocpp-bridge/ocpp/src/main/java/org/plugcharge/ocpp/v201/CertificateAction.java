package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Whether the vehicle asks for a first contract certificate or a new one. */
public enum CertificateAction implements WireEnum {
    INSTALL("Install"),
    UPDATE("Update");

    private final String wire;

    CertificateAction(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
