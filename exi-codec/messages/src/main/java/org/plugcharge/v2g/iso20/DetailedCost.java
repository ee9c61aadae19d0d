package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * One position of a {@link Receipt}: the amount, and the cost of one unit, both in the currency of
 * the price schedule.
 */
@ComplexType("DetailedCostType")
public record DetailedCost(
        @Wire("Amount") RationalNumber amount, @Wire("CostPerUnit") RationalNumber costPerUnit) {}
