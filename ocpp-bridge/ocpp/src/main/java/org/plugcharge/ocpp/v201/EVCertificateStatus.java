package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Whether the back end could process the vehicle's certificate request. */
public enum EVCertificateStatus implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed");

    private final String wire;

    EVCertificateStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
