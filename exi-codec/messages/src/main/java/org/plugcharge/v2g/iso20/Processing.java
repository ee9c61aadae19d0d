package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether an answer is final, or the other side shall ask again. */
@SimpleType("processingType")
public enum Processing {
    @WireName("Finished")
    FINISHED,
    @WireName("Ongoing")
    ONGOING,
    @WireName("Ongoing_WaitingForCustomerInteraction")
    ONGOING_WAITING_FOR_CUSTOMER_INTERACTION
}
