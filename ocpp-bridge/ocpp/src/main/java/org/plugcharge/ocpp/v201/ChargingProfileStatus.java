package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Whether a station took a profile. */
public enum ChargingProfileStatus implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wire;

    ChargingProfileStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
