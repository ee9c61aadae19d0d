package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to 2048 entries, one after the other in time. */
@ComplexType("EVPowerProfileEntryListType")
public record EvPowerProfileEntryList(
        @Wire("EVPowerProfileEntry") @Occurs(max = 2048) List<PowerScheduleEntry> entries) {

    public EvPowerProfileEntryList {
        entries = List.copyOf(entries);
    }
}
