package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Result of the station's isolation monitoring. */
@SimpleType("isolationLevelType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum IsolationLevel {
    @WireName("Invalid")
    INVALID,
    @WireName("Valid")
    VALID,
    @WireName("Warning")
    WARNING,
    @WireName("Fault")
    FAULT
}
