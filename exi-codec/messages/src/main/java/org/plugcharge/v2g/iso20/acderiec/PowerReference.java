package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The power that a slope refers to. */
@SimpleType("powerReferenceType")
public enum PowerReference {
    @WireName("MaximumDischargePower")
    MAXIMUM_DISCHARGE_POWER,
    @WireName("MomentaryPower")
    MOMENTARY_POWER
}
