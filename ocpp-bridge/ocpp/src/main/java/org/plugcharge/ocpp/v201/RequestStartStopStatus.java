package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Whether a station will start or stop as asked. */
public enum RequestStartStopStatus implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wire;

    RequestStartStopStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
