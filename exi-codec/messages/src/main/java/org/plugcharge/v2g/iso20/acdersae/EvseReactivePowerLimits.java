package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The reactive power (var) a station lets a car absorb and inject while it charges and discharges,
 * for each phase; part of {@code DER_AC_CPDResEnergyTransferMode}.
 */
@ComplexType("EVSEReactivePowerLimitsType")
public record EvseReactivePowerLimits(
        @Wire("EVSEMaximumVarAbsorptionDuringCharging")
                RationalNumber maximumVarAbsorptionDuringCharging,
        @Wire("EVSEMaximumVarAbsorptionDuringCharging_L2")
                @Nullable RationalNumber maximumVarAbsorptionDuringChargingL2,
        @Wire("EVSEMaximumVarAbsorptionDuringCharging_L3")
                @Nullable RationalNumber maximumVarAbsorptionDuringChargingL3,
        @Wire("EVSEMaximumVarInjectionDuringCharging")
                RationalNumber maximumVarInjectionDuringCharging,
        @Wire("EVSEMaximumVarInjectionDuringCharging_L2")
                @Nullable RationalNumber maximumVarInjectionDuringChargingL2,
        @Wire("EVSEMaximumVarInjectionDuringCharging_L3")
                @Nullable RationalNumber maximumVarInjectionDuringChargingL3,
        @Wire("EVSEMaximumVarAbsorptionDuringDischarging")
                RationalNumber maximumVarAbsorptionDuringDischarging,
        @Wire("EVSEMaximumVarAbsorptionDuringDischarging_L2")
                @Nullable RationalNumber maximumVarAbsorptionDuringDischargingL2,
        @Wire("EVSEMaximumVarAbsorptionDuringDischarging_L3")
                @Nullable RationalNumber maximumVarAbsorptionDuringDischargingL3,
        @Wire("EVSEMaximumVarInjectionDuringDischarging")
                RationalNumber maximumVarInjectionDuringDischarging,
        @Wire("EVSEMaximumVarInjectionDuringDischarging_L2")
                @Nullable RationalNumber maximumVarInjectionDuringDischargingL2,
        @Wire("EVSEMaximumVarInjectionDuringDischarging_L3")
                @Nullable RationalNumber maximumVarInjectionDuringDischargingL3) {}
