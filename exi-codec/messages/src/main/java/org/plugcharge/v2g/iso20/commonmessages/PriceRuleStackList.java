package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to 1024 stacks of price rules, one after the other in time. */
@ComplexType("PriceRuleStackListType")
public record PriceRuleStackList(
        @Wire("PriceRuleStack") @Occurs(max = 1024) List<PriceRuleStack> priceRuleStacks) {

    public PriceRuleStackList {
        priceRuleStacks = List.copyOf(priceRuleStacks);
    }
}
