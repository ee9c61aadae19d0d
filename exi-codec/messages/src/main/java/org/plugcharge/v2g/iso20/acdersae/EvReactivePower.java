package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The reactive power (var) a car can absorb and inject now, for each phase; part of the DER control
 * modes in AC_ChargeLoopReq.
 */
@ComplexType("EVReactivePowerType")
public record EvReactivePower(
        @Wire("EVMaximumVarAbsorptionDuringCharging")
                RationalNumber maximumVarAbsorptionDuringCharging,
        @Wire("EVMaximumVarAbsorptionDuringCharging_L2")
                @Nullable RationalNumber maximumVarAbsorptionDuringChargingL2,
        @Wire("EVMaximumVarAbsorptionDuringCharging_L3")
                @Nullable RationalNumber maximumVarAbsorptionDuringChargingL3,
        @Wire("EVMinimumVarAbsorptionDuringCharging")
                @Nullable RationalNumber minimumVarAbsorptionDuringCharging,
        @Wire("EVMinimumVarAbsorptionDuringCharging_L2")
                @Nullable RationalNumber minimumVarAbsorptionDuringChargingL2,
        @Wire("EVMinimumVarAbsorptionDuringCharging_L3")
                @Nullable RationalNumber minimumVarAbsorptionDuringChargingL3,
        @Wire("EVMaximumVarInjectionDuringCharging")
                RationalNumber maximumVarInjectionDuringCharging,
        @Wire("EVMaximumVarInjectionDuringCharging_L2")
                @Nullable RationalNumber maximumVarInjectionDuringChargingL2,
        @Wire("EVMaximumVarInjectionDuringCharging_L3")
                @Nullable RationalNumber maximumVarInjectionDuringChargingL3,
        @Wire("EVMinimumVarInjectionDuringCharging")
                @Nullable RationalNumber minimumVarInjectionDuringCharging,
        @Wire("EVMinimumVarInjectionDuringCharging_L2")
                @Nullable RationalNumber minimumVarInjectionDuringChargingL2,
        @Wire("EVMinimumVarInjectionDuringCharging_L3")
                @Nullable RationalNumber minimumVarInjectionDuringChargingL3,
        @Wire("EVMaximumVarAbsorptionDuringDischarging")
                RationalNumber maximumVarAbsorptionDuringDischarging,
        @Wire("EVMaximumVarAbsorptionDuringDischarging_L2")
                @Nullable RationalNumber maximumVarAbsorptionDuringDischargingL2,
        @Wire("EVMaximumVarAbsorptionDuringDischarging_L3")
                @Nullable RationalNumber maximumVarAbsorptionDuringDischargingL3,
        @Wire("EVMinimumVarAbsorptionDuringDischarging")
                @Nullable RationalNumber minimumVarAbsorptionDuringDischarging,
        @Wire("EVMinimumVarAbsorptionDuringDischarging_L2")
                @Nullable RationalNumber minimumVarAbsorptionDuringDischargingL2,
        @Wire("EVMinimumVarAbsorptionDuringDischarging_L3")
                @Nullable RationalNumber minimumVarAbsorptionDuringDischargingL3,
        @Wire("EVMaximumVarInjectionDuringDischarging")
                RationalNumber maximumVarInjectionDuringDischarging,
        @Wire("EVMaximumVarInjectionDuringDischarging_L2")
                @Nullable RationalNumber maximumVarInjectionDuringDischargingL2,
        @Wire("EVMaximumVarInjectionDuringDischarging_L3")
                @Nullable RationalNumber maximumVarInjectionDuringDischargingL3,
        @Wire("EVMinimumVarInjectionDuringDischarging")
                @Nullable RationalNumber minimumVarInjectionDuringDischarging,
        @Wire("EVMinimumVarInjectionDuringDischarging_L2")
                @Nullable RationalNumber minimumVarInjectionDuringDischargingL2,
        @Wire("EVMinimumVarInjectionDuringDischarging_L3")
                @Nullable RationalNumber minimumVarInjectionDuringDischargingL3) {}
