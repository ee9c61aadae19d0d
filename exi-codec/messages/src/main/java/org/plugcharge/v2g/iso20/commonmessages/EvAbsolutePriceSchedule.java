package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * What the car wants for its energy over time from {@code timeAnchor} (seconds since 1970, UTC), in
 * a currency (ISO 4217, three letters).
 */
@ComplexType("EVAbsolutePriceScheduleType")
public record EvAbsolutePriceSchedule(
        @Wire(value = "TimeAnchor", xs = Xs.UNSIGNED_LONG) long timeAnchor,
        @Wire("Currency") @Length(max = 3) String currency,
        @Wire("PriceAlgorithm") @Length(max = 255) String priceAlgorithm,
        @Wire("EVPriceRuleStacks") EvPriceRuleStackList priceRuleStacks) {}
