package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Whether any certificate of the kinds asked for is installed. */
public enum InstalledCertificateStatus implements WireEnum {
    ACCEPTED("Accepted"),
    NOT_FOUND("NotFound");

    private final String wire;

    InstalledCertificateStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
