package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of a DC station; in DC_ChargeParameterDiscoveryRes. */
@SubstitutionGroup("DC_CPDResEnergyTransferMode")
public sealed interface DcResEnergyTransferMode
        permits DcCpdResEnergyTransferMode, BptDcCpdResEnergyTransferMode {

    /** The most that can be charged with, W. */
    @Wire("EVSEMaximumChargePower")
    RationalNumber maximumChargePower();

    /** The least that can be charged with, W. */
    @Wire("EVSEMinimumChargePower")
    RationalNumber minimumChargePower();

    /** The greatest charging current, A. */
    @Wire("EVSEMaximumChargeCurrent")
    RationalNumber maximumChargeCurrent();

    /** The least charging current, A. */
    @Wire("EVSEMinimumChargeCurrent")
    RationalNumber minimumChargeCurrent();

    /** The highest voltage, V. */
    @Wire("EVSEMaximumVoltage")
    RationalNumber maximumVoltage();

    /** The lowest voltage, V. */
    @Wire("EVSEMinimumVoltage")
    RationalNumber minimumVoltage();

    /** How fast the power may change. */
    @Wire("EVSEPowerRampLimitation")
    @Nullable RationalNumber powerRampLimitation();
}
