package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * A fixed power factor and its side of excitation, for each phase; on or off, with a priority among
 * the functions.
 */
@ComplexType("ConstantPowerFactorType")
public record ConstantPowerFactor(
        @Wire("Enable") boolean enable,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_SHORT) @Nullable Integer priority,
        @Wire("PowerFactorValue") RationalNumber powerFactorValue,
        @Wire("PowerFactorValue_L2") @Nullable RationalNumber powerFactorValueL2,
        @Wire("PowerFactorValue_L3") @Nullable RationalNumber powerFactorValueL3,
        @Wire("PowerFactorExcitation") PowerFactorExcitation powerFactorExcitation,
        @Wire("PowerFactorExcitation_L2") @Nullable PowerFactorExcitation powerFactorExcitationL2,
        @Wire("PowerFactorExcitation_L3")
                @Nullable PowerFactorExcitation powerFactorExcitationL3) {}
