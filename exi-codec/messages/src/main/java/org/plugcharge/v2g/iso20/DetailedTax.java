package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** What one tax rule of the price schedule adds to a {@link Receipt}. */
@ComplexType("DetailedTaxType")
public record DetailedTax(
        @Wire(value = "TaxRuleID", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                long taxRuleId,
        @Wire("Amount") RationalNumber amount) {}
