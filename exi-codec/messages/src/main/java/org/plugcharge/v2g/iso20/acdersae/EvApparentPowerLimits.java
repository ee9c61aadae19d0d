package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The apparent power (VA) a car can do while it charges or discharges and absorbs or injects
 * reactive power, for each phase; part of {@code DER_AC_CPDReqEnergyTransferMode}.
 */
@ComplexType("EVApparentPowerLimitsType")
public record EvApparentPowerLimits(
        @Wire("EVMaximumApparentPowerDuringChargingAndVarAbsorption")
                RationalNumber maximumApparentPowerDuringChargingAndVarAbsorption,
        @Wire("EVMaximumApparentPowerDuringChargingAndVarAbsorption_L2")
                @Nullable RationalNumber maximumApparentPowerDuringChargingAndVarAbsorptionL2,
        @Wire("EVMaximumApparentPowerDuringChargingAndVarAbsorption_L3")
                @Nullable RationalNumber maximumApparentPowerDuringChargingAndVarAbsorptionL3,
        @Wire("EVMaximumApparentPowerDuringChargingAndVarInjection")
                RationalNumber maximumApparentPowerDuringChargingAndVarInjection,
        @Wire("EVMaximumApparentPowerDuringChargingAndVarInjection_L2")
                @Nullable RationalNumber maximumApparentPowerDuringChargingAndVarInjectionL2,
        @Wire("EVMaximumApparentPowerDuringChargingAndVarInjection_L3")
                @Nullable RationalNumber maximumApparentPowerDuringChargingAndVarInjectionL3,
        @Wire("EVMaximumApparentPowerDuringDischargingAndVarAbsorption")
                RationalNumber maximumApparentPowerDuringDischargingAndVarAbsorption,
        @Wire("EVMaximumApparentPowerDuringDischargingAndVarAbsorption_L2")
                @Nullable RationalNumber maximumApparentPowerDuringDischargingAndVarAbsorptionL2,
        @Wire("EVMaximumApparentPowerDuringDischargingAndVarAbsorption_L3")
                @Nullable RationalNumber maximumApparentPowerDuringDischargingAndVarAbsorptionL3,
        @Wire("EVMaximumApparentPowerDuringDischargingAndVarInjection")
                RationalNumber maximumApparentPowerDuringDischargingAndVarInjection,
        @Wire("EVMaximumApparentPowerDuringDischargingAndVarInjection_L2")
                @Nullable RationalNumber maximumApparentPowerDuringDischargingAndVarInjectionL2,
        @Wire("EVMaximumApparentPowerDuringDischargingAndVarInjection_L3")
                @Nullable RationalNumber maximumApparentPowerDuringDischargingAndVarInjectionL3) {}
