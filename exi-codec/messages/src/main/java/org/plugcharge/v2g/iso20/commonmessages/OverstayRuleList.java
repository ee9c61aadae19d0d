package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

import java.util.List;

/**
 * What staying too long costs: beyond a time (seconds) or below a power (W), at most five rules.
 */
@ComplexType("OverstayRuleListType")
public record OverstayRuleList(
        @Wire(value = "OverstayTimeThreshold", xs = Xs.UNSIGNED_INT)
                @Nullable Long overstayTimeThreshold,
        @Wire("OverstayPowerThreshold") @Nullable RationalNumber overstayPowerThreshold,
        @Wire("OverstayRule") @Occurs(max = 5) List<OverstayRule> overstayRules) {

    public OverstayRuleList {
        overstayRules = List.copyOf(overstayRules);
    }
}
