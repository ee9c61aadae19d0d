package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of an AC car; in AC_ChargeParameterDiscoveryReq. */
@SubstitutionGroup("AC_CPDReqEnergyTransferMode")
public sealed interface AcReqEnergyTransferMode
        permits AcCpdReqEnergyTransferMode,
                BptAcCpdReqEnergyTransferMode,
                IecDerAcCpdReqEnergyTransferMode,
                SaeDerAcCpdReqEnergyTransferMode {

    /** The most the car can draw, W: all phases, or phase 1 where the others are given. */
    @Wire("EVMaximumChargePower")
    RationalNumber maximumChargePower();

    /** The same of phase 2. */
    @Wire("EVMaximumChargePower_L2")
    @Nullable RationalNumber maximumChargePowerL2();

    /** The same of phase 3. */
    @Wire("EVMaximumChargePower_L3")
    @Nullable RationalNumber maximumChargePowerL3();

    /** The least the car can draw, W: all phases, or phase 1 where the others are given. */
    @Wire("EVMinimumChargePower")
    RationalNumber minimumChargePower();

    /** The same of phase 2. */
    @Wire("EVMinimumChargePower_L2")
    @Nullable RationalNumber minimumChargePowerL2();

    /** The same of phase 3. */
    @Wire("EVMinimumChargePower_L3")
    @Nullable RationalNumber minimumChargePowerL3();
}
