package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/** A tax rate and what it applies to. */
@ComplexType("TaxRuleType")
public record TaxRule(
        @Wire(value = "TaxRuleID", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                long taxRuleId,
        @Wire("TaxRuleName") @Length(max = 80) @Nullable String taxRuleName,
        @Wire("TaxRate") RationalNumber taxRate,
        @Wire("TaxIncludedInPrice") @Nullable Boolean taxIncludedInPrice,
        @Wire("AppliesToEnergyFee") boolean appliesToEnergyFee,
        @Wire("AppliesToParkingFee") boolean appliesToParkingFee,
        @Wire("AppliesToOverstayFee") boolean appliesToOverstayFee,
        @Wire("AppliesMinimumMaximumCost") boolean appliesMinimumMaximumCost) {}
