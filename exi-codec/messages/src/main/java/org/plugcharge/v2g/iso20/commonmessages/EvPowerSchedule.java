package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Power the car offers over time from {@code timeAnchor} (seconds since 1970, UTC). */
@ComplexType("EVPowerScheduleType")
public record EvPowerSchedule(
        @Wire(value = "TimeAnchor", xs = Xs.UNSIGNED_LONG) long timeAnchor,
        @Wire("EVPowerScheduleEntries") EvPowerScheduleEntryList entries) {}
