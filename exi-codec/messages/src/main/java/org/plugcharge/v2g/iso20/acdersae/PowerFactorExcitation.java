package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The side of excitation of a power factor. */
@SimpleType("powerFactorExcitationType")
public enum PowerFactorExcitation {
    @WireName("OverExcited")
    OVER_EXCITED,
    @WireName("UnderExcited")
    UNDER_EXCITED
}
