package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Relative prices over time, 0 the cheapest level; signed by who made it where the {@code Id} is
 * present.
 */
@LocalElement("PriceLevelSchedule")
public record PriceLevelSchedule(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        long timeAnchor,
        long priceScheduleId,
        @Nullable String priceScheduleDescription,
        @Wire(value = "NumberOfPriceLevels", xs = Xs.UNSIGNED_BYTE) int numberOfPriceLevels,
        @Wire("PriceLevelScheduleEntries") PriceLevelScheduleEntryList entries)
        implements PriceSchedule {}
