package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** On what occasion a meter was read; absent means {@link #SAMPLE_PERIODIC}. */
public enum ReadingContext implements WireEnum {
    INTERRUPTION_BEGIN("Interruption.Begin"),
    INTERRUPTION_END("Interruption.End"),
    OTHER("Other"),
    SAMPLE_CLOCK("Sample.Clock"),
    SAMPLE_PERIODIC("Sample.Periodic"),
    TRANSACTION_BEGIN("Transaction.Begin"),
    TRANSACTION_END("Transaction.End"),
    TRIGGER("Trigger");

    private final String wire;

    ReadingContext(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
