package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** How often a recurring profile starts again. */
public enum RecurrencyKind implements WireEnum {
    DAILY("Daily"),
    WEEKLY("Weekly");

    private final String wire;

    RecurrencyKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
