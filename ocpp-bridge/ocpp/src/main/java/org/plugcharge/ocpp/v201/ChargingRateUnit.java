package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Unit of the limits in a schedule. */
public enum ChargingRateUnit implements WireEnum {
    W("W"),
    A("A");

    private final String wire;

    ChargingRateUnit(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
