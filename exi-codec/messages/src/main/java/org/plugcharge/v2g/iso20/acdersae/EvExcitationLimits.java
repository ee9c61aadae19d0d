package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The power factors a car can do over- and under-excited, and the discharge power (W) it has at
 * them, for each phase; part of {@code DER_AC_CPDReqEnergyTransferMode}.
 */
@ComplexType("EVExcitationLimitsType")
public record EvExcitationLimits(
        @Wire("EVSpecifiedOverExcitedPowerFactor") RationalNumber specifiedOverExcitedPowerFactor,
        @Wire("EVSpecifiedOverExcitedPowerFactor_L2")
                @Nullable RationalNumber specifiedOverExcitedPowerFactorL2,
        @Wire("EVSpecifiedOverExcitedPowerFactor_L3")
                @Nullable RationalNumber specifiedOverExcitedPowerFactorL3,
        @Wire("EVSpecifiedOverExcitedDischargePower")
                RationalNumber specifiedOverExcitedDischargePower,
        @Wire("EVSpecifiedOverExcitedDischargePower_L2")
                @Nullable RationalNumber specifiedOverExcitedDischargePowerL2,
        @Wire("EVSpecifiedOverExcitedDischargePower_L3")
                @Nullable RationalNumber specifiedOverExcitedDischargePowerL3,
        @Wire("EVSpecifiedUnderExcitedPowerFactor") RationalNumber specifiedUnderExcitedPowerFactor,
        @Wire("EVSpecifiedUnderExcitedPowerFactor_L2")
                @Nullable RationalNumber specifiedUnderExcitedPowerFactorL2,
        @Wire("EVSpecifiedUnderExcitedPowerFactor_L3")
                @Nullable RationalNumber specifiedUnderExcitedPowerFactorL3,
        @Wire("EVSpecifiedUnderExcitedDischargePower")
                RationalNumber specifiedUnderExcitedDischargePower,
        @Wire("EVSpecifiedUnderExcitedDischargePower_L2")
                @Nullable RationalNumber specifiedUnderExcitedDischargePowerL2,
        @Wire("EVSpecifiedUnderExcitedDischargePower_L3")
                @Nullable RationalNumber specifiedUnderExcitedDischargePowerL3) {}
