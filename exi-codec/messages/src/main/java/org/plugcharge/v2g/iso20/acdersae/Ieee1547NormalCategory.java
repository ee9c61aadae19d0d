package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How well the inverter regulates voltage, as IEEE 1547 classes it. */
@SimpleType("ieee1547NormalCategoryType")
public enum Ieee1547NormalCategory {
    @WireName("CategoryA")
    CATEGORY_A,
    @WireName("CategoryB")
    CATEGORY_B
}
