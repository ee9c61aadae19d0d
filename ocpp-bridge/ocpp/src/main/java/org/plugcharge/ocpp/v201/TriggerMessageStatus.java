package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Whether a station will send what it was asked for. */
public enum TriggerMessageStatus implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    NOT_IMPLEMENTED("NotImplemented");

    private final String wire;

    TriggerMessageStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
