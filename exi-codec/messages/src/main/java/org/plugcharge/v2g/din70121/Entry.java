package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Wire;

/** An entry of a schedule or tariff. */
@SubstitutionGroup("Entry")
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface Entry permits PMaxScheduleEntry, SalesTariffEntry {

    /** The stretch of time this entry is for. */
    @Wire(value = "TimeInterval", ref = true)
    TimeInterval timeInterval();
}
