package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The taxes of a price schedule, at most 10. */
@ComplexType("TaxRuleListType")
public record TaxRuleList(@Wire("TaxRule") @Occurs(max = 10) List<TaxRule> taxRules) {

    public TaxRuleList {
        taxRules = List.copyOf(taxRules);
    }
}
