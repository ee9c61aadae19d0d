package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of a DC car; in DC_ChargeParameterDiscoveryReq. */
@SubstitutionGroup("DC_CPDReqEnergyTransferMode")
public sealed interface DcReqEnergyTransferMode
        permits DcCpdReqEnergyTransferMode, BptDcCpdReqEnergyTransferMode {

    /** The most that can be charged with, W. */
    @Wire("EVMaximumChargePower")
    RationalNumber maximumChargePower();

    /** The least that can be charged with, W. */
    @Wire("EVMinimumChargePower")
    RationalNumber minimumChargePower();

    /** The greatest charging current, A. */
    @Wire("EVMaximumChargeCurrent")
    RationalNumber maximumChargeCurrent();

    /** The least charging current, A. */
    @Wire("EVMinimumChargeCurrent")
    RationalNumber minimumChargeCurrent();

    /** The highest voltage, V. */
    @Wire("EVMaximumVoltage")
    RationalNumber maximumVoltage();

    /** The lowest voltage, V. */
    @Wire("EVMinimumVoltage")
    RationalNumber minimumVoltage();

    /** The state of charge the driver wants, percent. */
    @Wire("TargetSOC")
    @Range(min = 0, max = 100)
    @Nullable Integer targetSoc();
}
