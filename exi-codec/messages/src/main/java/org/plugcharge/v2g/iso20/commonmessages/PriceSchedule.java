package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Choice;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Prices over time from {@code timeAnchor} on, in money or in levels. */
@Choice
public sealed interface PriceSchedule permits AbsolutePriceSchedule, PriceLevelSchedule {

    /** When the schedule begins, in seconds since 1970 (UTC). */
    @Wire(value = "TimeAnchor", xs = Xs.UNSIGNED_LONG)
    long timeAnchor();

    /** The schedule's number. */
    @Wire(value = "PriceScheduleID", xs = Xs.UNSIGNED_INT)
    @Range(min = 1, max = 4294967295L)
    long priceScheduleId();

    /** A text for the driver. */
    @Wire("PriceScheduleDescription")
    @Length(max = 160)
    @Nullable String priceScheduleDescription();
}
