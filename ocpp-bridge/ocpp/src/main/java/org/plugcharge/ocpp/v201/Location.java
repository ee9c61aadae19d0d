package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Where a value was measured; absent means {@link #OUTLET}. */
public enum Location implements WireEnum {
    BODY("Body"),
    CABLE("Cable"),
    EV("EV"),
    INLET("Inlet"),
    OUTLET("Outlet");

    private final String wire;

    Location(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
