package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The reactive power (var) a car can do while it charges and while it discharges, for each phase;
 * part of {@code DER_AC_CPDReqEnergyTransferMode}.
 */
@ComplexType("EVReactivePowerLimitsType")
public record EvReactivePowerLimits(
        @Wire("EVMaximumChargeReactivePower") RationalNumber maximumChargeReactivePower,
        @Wire("EVMaximumChargeReactivePower_L2")
                @Nullable RationalNumber maximumChargeReactivePowerL2,
        @Wire("EVMaximumChargeReactivePower_L3")
                @Nullable RationalNumber maximumChargeReactivePowerL3,
        @Wire("EVMinimumChargeReactivePower") @Nullable RationalNumber minimumChargeReactivePower,
        @Wire("EVMinimumChargeReactivePower_L2")
                @Nullable RationalNumber minimumChargeReactivePowerL2,
        @Wire("EVMinimumChargeReactivePower_L3")
                @Nullable RationalNumber minimumChargeReactivePowerL3,
        @Wire("EVMaximumDischargeReactivePower") RationalNumber maximumDischargeReactivePower,
        @Wire("EVMaximumDischargeReactivePower_L2")
                @Nullable RationalNumber maximumDischargeReactivePowerL2,
        @Wire("EVMaximumDischargeReactivePower_L3")
                @Nullable RationalNumber maximumDischargeReactivePowerL3,
        @Wire("EVMinimumDischargeReactivePower")
                @Nullable RationalNumber minimumDischargeReactivePower,
        @Wire("EVMinimumDischargeReactivePower_L2")
                @Nullable RationalNumber minimumDischargeReactivePowerL2,
        @Wire("EVMinimumDischargeReactivePower_L3")
                @Nullable RationalNumber minimumDischargeReactivePowerL3) {}
