package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How far the car is with checking in. */
@SimpleType("evCheckInStatusType")
public enum EvCheckInStatus {
    @WireName("CheckIn")
    CHECK_IN,
    @WireName("Processing")
    PROCESSING,
    @WireName("Completed")
    COMPLETED
}
