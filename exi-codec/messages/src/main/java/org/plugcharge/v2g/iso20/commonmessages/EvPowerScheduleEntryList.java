package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to 1024 entries, one after the other in time. */
@ComplexType("EVPowerScheduleEntryListType")
public record EvPowerScheduleEntryList(
        @Wire("EVPowerScheduleEntry") @Occurs(max = 1024) List<EvPowerScheduleEntry> entries) {

    public EvPowerScheduleEntryList {
        entries = List.copyOf(entries);
    }
}
