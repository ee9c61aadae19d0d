package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What the station makes of the car's checking out. */
@SimpleType("evseCheckOutStatusType")
public enum EvseCheckOutStatus {
    @WireName("Scheduled")
    SCHEDULED,
    @WireName("Completed")
    COMPLETED
}
