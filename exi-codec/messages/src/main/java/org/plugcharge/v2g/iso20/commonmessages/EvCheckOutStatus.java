package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How far the car is with checking out. */
@SimpleType("evCheckOutStatusType")
public enum EvCheckOutStatus {
    @WireName("CheckOut")
    CHECK_OUT,
    @WireName("Processing")
    PROCESSING,
    @WireName("Completed")
    COMPLETED
}
