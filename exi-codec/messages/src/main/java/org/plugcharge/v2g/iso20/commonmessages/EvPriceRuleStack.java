package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** So many seconds with up to eight of the car's price rules, each from its own power upwards. */
@ComplexType("EVPriceRuleStackType")
public record EvPriceRuleStack(
        @Wire(value = "Duration", xs = Xs.UNSIGNED_INT) long duration,
        @Wire("EVPriceRule") @Occurs(max = 8) List<EvPriceRule> priceRules) {

    public EvPriceRuleStack {
        priceRules = List.copyOf(priceRules);
    }
}
