package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to 1024 stacks of the car's price rules, one after the other in time. */
@ComplexType("EVPriceRuleStackListType")
public record EvPriceRuleStackList(
        @Wire("EVPriceRuleStack") @Occurs(max = 1024) List<EvPriceRuleStack> priceRuleStacks) {

    public EvPriceRuleStackList {
        priceRuleStacks = List.copyOf(priceRuleStacks);
    }
}
