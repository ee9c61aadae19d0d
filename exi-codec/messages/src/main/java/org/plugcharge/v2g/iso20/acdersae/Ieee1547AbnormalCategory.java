package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How well the inverter rides through disturbances, as IEEE 1547 classes it. */
@SimpleType("ieee1547AbnormalCategoryType")
public enum Ieee1547AbnormalCategory {
    @WireName("CategoryI")
    CATEGORY_I,
    @WireName("CategoryII")
    CATEGORY_II,
    @WireName("CategoryIII")
    CATEGORY_III
}
