package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to 1024 entries, one after the other in time. */
@ComplexType("PriceLevelScheduleEntryListType")
public record PriceLevelScheduleEntryList(
        @Wire("PriceLevelScheduleEntry") @Occurs(max = 1024)
                List<PriceLevelScheduleEntry> entries) {

    public PriceLevelScheduleEntryList {
        entries = List.copyOf(entries);
    }
}
