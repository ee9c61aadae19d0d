package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The power that a droop factor refers to. */
@SimpleType("powerReferenceType")
public enum PowerReference {
    @WireName("MaximumActivePower")
    MAXIMUM_ACTIVE_POWER,
    @WireName("MomentaryPower")
    MOMENTARY_POWER
}
