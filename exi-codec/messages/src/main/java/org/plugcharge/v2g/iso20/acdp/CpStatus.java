package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** State of the control pilot as the car sees it. */
@SimpleType("cpStatusType")
public enum CpStatus {
    @WireName("StateA")
    A,
    @WireName("StateB")
    B,
    @WireName("StateC")
    C,
    @WireName("StateD")
    D,
    @WireName("StateE")
    E
}
