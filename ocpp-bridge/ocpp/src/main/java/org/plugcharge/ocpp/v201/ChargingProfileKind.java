package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** How the periods of a profile lie in time. */
public enum ChargingProfileKind implements WireEnum {
    ABSOLUTE("Absolute"),
    RECURRING("Recurring"),
    RELATIVE("Relative");

    private final String wire;

    ChargingProfileKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
