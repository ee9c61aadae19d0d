package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** So many seconds with up to eight price rules, each from its own power upwards. */
@ComplexType("PriceRuleStackType")
public record PriceRuleStack(
        @Wire(value = "Duration", xs = Xs.UNSIGNED_INT) long duration,
        @Wire("PriceRule") @Occurs(max = 8) List<PriceRule> priceRules) {

    public PriceRuleStack {
        priceRules = List.copyOf(priceRules);
    }
}
