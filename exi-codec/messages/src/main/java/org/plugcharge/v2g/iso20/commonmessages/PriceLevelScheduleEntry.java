package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** So many seconds at this price level. */
@ComplexType("PriceLevelScheduleEntryType")
public record PriceLevelScheduleEntry(
        @Wire(value = "Duration", xs = Xs.UNSIGNED_INT) long duration,
        @Wire(value = "PriceLevel", xs = Xs.UNSIGNED_BYTE) int priceLevel) {}
