package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Result of the station's isolation monitoring. */
@SimpleType("isolationStatusType")
public enum IsolationStatus {
    @WireName("Invalid")
    INVALID,
    @WireName("Safe")
    SAFE,
    @WireName("Warning")
    WARNING,
    @WireName("Fault")
    FAULT
}
