package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of an AC station that takes energy back too; powers in W. */
@GlobalElement("BPT_AC_CPDResEnergyTransferMode")
public record BptAcCpdResEnergyTransferMode(
        RationalNumber maximumChargePower,
        @Nullable RationalNumber maximumChargePowerL2,
        @Nullable RationalNumber maximumChargePowerL3,
        RationalNumber minimumChargePower,
        @Nullable RationalNumber minimumChargePowerL2,
        @Nullable RationalNumber minimumChargePowerL3,
        RationalNumber nominalFrequency,
        @Nullable RationalNumber maximumPowerAsymmetry,
        @Nullable RationalNumber powerRampLimitation,
        @Nullable RationalNumber presentActivePower,
        @Nullable RationalNumber presentActivePowerL2,
        @Nullable RationalNumber presentActivePowerL3,
        @Wire("EVSEMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVSEMaximumDischargePower_L2") @Nullable RationalNumber maximumDischargePowerL2,
        @Wire("EVSEMaximumDischargePower_L3") @Nullable RationalNumber maximumDischargePowerL3,
        @Wire("EVSEMinimumDischargePower") RationalNumber minimumDischargePower,
        @Wire("EVSEMinimumDischargePower_L2") @Nullable RationalNumber minimumDischargePowerL2,
        @Wire("EVSEMinimumDischargePower_L3") @Nullable RationalNumber minimumDischargePowerL3)
        implements AcResEnergyTransferMode {}
