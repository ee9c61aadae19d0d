package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The unit of one axis of a {@link DerCurve}. */
@SimpleType("curveDataPointsUnitType")
public enum CurveDataPointsUnit {
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
