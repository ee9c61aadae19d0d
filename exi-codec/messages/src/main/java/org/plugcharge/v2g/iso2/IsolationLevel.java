package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Result of the station's isolation monitoring. */
@SimpleType("isolationLevelType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public enum IsolationLevel {
    @WireName("Invalid")
    INVALID,
    @WireName("Valid")
    VALID,
    @WireName("Warning")
    WARNING,
    @WireName("Fault")
    FAULT,
    @WireName("No_IMD")
    NO_IMD
}
