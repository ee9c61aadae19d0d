package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** What the CSMS makes of a vehicle's needs. */
public enum ChargingNeedsStatus implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    PROCESSING("Processing");

    private final String wire;

    ChargingNeedsStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
