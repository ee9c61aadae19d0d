package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** A way to check that the coils lie above one another. */
@SimpleType("WPT_AlignmentCheckMethodType")
public enum AlignmentCheckMethod {
    @WireName("PowerCheck")
    POWER_CHECK,
    LPE,
    @WireName("Proprietary")
    PROPRIETARY
}
