package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/** A fee per period of so many seconds, from {@code startTime} (seconds into the overstay) on. */
@ComplexType("OverstayRuleType")
public record OverstayRule(
        @Wire("OverstayRuleDescription") @Length(max = 160)
                @Nullable String overstayRuleDescription,
        @Wire(value = "StartTime", xs = Xs.UNSIGNED_INT) long startTime,
        @Wire("OverstayFee") RationalNumber overstayFee,
        @Wire(value = "OverstayFeePeriod", xs = Xs.UNSIGNED_INT) long overstayFeePeriod) {}
