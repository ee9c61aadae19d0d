package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of an AC station; in AC_ChargeParameterDiscoveryRes. */
@SubstitutionGroup("AC_CPDResEnergyTransferMode")
public sealed interface AcResEnergyTransferMode
        permits AcCpdResEnergyTransferMode,
                BptAcCpdResEnergyTransferMode,
                IecDerAcCpdResEnergyTransferMode,
                SaeDerAcCpdResEnergyTransferMode {

    /** The most the station can give, W: all phases, or phase 1 where the others are given. */
    @Wire("EVSEMaximumChargePower")
    RationalNumber maximumChargePower();

    /** The same of phase 2. */
    @Wire("EVSEMaximumChargePower_L2")
    @Nullable RationalNumber maximumChargePowerL2();

    /** The same of phase 3. */
    @Wire("EVSEMaximumChargePower_L3")
    @Nullable RationalNumber maximumChargePowerL3();

    /** The least the station can give, W: all phases, or phase 1 where the others are given. */
    @Wire("EVSEMinimumChargePower")
    RationalNumber minimumChargePower();

    /** The same of phase 2. */
    @Wire("EVSEMinimumChargePower_L2")
    @Nullable RationalNumber minimumChargePowerL2();

    /** The same of phase 3. */
    @Wire("EVSEMinimumChargePower_L3")
    @Nullable RationalNumber minimumChargePowerL3();

    /** The frequency of the grid, Hz. */
    @Wire("EVSENominalFrequency")
    RationalNumber nominalFrequency();

    /** By how much the phases may differ, W. */
    @Wire("MaximumPowerAsymmetry")
    @Nullable RationalNumber maximumPowerAsymmetry();

    /** How fast the power may change. */
    @Wire("EVSEPowerRampLimitation")
    @Nullable RationalNumber powerRampLimitation();

    /** What flows now, W: all phases, or phase 1 where the others are given. */
    @Wire("EVSEPresentActivePower")
    @Nullable RationalNumber presentActivePower();

    /** The same of phase 2. */
    @Wire("EVSEPresentActivePower_L2")
    @Nullable RationalNumber presentActivePowerL2();

    /** The same of phase 3. */
    @Wire("EVSEPresentActivePower_L3")
    @Nullable RationalNumber presentActivePowerL3();
}
