package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** A plain yes or no. */
public enum GenericStatus implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wire;

    GenericStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
