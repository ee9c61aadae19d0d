package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The class of a supply device by its input power. */
@SimpleType("WPT_PowerClassType")
public enum PowerClass {
    @WireName("MF-WPT1")
    MF_WPT1,
    @WireName("MF-WPT2")
    MF_WPT2,
    @WireName("MF-WPT3")
    MF_WPT3,
    @WireName("MF-WPT4")
    MF_WPT4
}
