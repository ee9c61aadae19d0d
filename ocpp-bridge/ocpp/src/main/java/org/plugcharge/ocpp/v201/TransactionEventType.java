package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Place of an event in the life of a transaction. */
public enum TransactionEventType implements WireEnum {
    ENDED("Ended"),
    STARTED("Started"),
    UPDATED("Updated");

    private final String wire;

    TransactionEventType(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
