package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The unit of the values at which a {@link DerCurve} locks in and out. */
@SimpleType("lockValueUnitType")
public enum LockValueUnit {
    @WireName("V")
    VOLT,
    @WireName("Hz")
    HERTZ,
    @WireName("W")
    WATT,
    @WireName("s")
    SECOND,
    @WireName("var")
    VAR
}
