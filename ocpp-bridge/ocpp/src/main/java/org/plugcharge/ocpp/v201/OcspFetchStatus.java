package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Whether the CSMS could get an OCSP answer. */
public enum OcspFetchStatus implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed");

    private final String wire;

    OcspFetchStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
