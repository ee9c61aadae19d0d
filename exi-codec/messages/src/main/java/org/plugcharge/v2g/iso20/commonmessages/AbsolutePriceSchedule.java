package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Prices in a currency (ISO 4217, three letters) over time, with taxes, overstay fees and services;
 * signed by who made it where the {@code Id} is present.
 */
@LocalElement("AbsolutePriceSchedule")
public record AbsolutePriceSchedule(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        long timeAnchor,
        long priceScheduleId,
        @Nullable String priceScheduleDescription,
        @Wire("Currency") @Length(max = 3) String currency,
        @Wire("Language") @Length(max = 3) String language,
        @Wire("PriceAlgorithm") @Length(max = 255) String priceAlgorithm,
        @Wire("MinimumCost") @Nullable RationalNumber minimumCost,
        @Wire("MaximumCost") @Nullable RationalNumber maximumCost,
        @Wire("TaxRules") @Nullable TaxRuleList taxRules,
        @Wire("PriceRuleStacks") PriceRuleStackList priceRuleStacks,
        @Wire("OverstayRules") @Nullable OverstayRuleList overstayRules,
        @Wire("AdditionalSelectedServices")
                @Nullable AdditionalServiceList additionalSelectedServices)
        implements PriceSchedule {}
