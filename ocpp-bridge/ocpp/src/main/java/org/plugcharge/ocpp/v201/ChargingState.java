package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** What the vehicle and the station are doing in a transaction. */
public enum ChargingState implements WireEnum {
    CHARGING("Charging"),
    EV_CONNECTED("EVConnected"),
    SUSPENDED_EV("SuspendedEV"),
    SUSPENDED_EVSE("SuspendedEVSE"),
    IDLE("Idle");

    private final String wire;

    ChargingState(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
