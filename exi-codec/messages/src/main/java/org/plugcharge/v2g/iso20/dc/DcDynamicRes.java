package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.DynamicClResControlMode;
import org.plugcharge.v2g.iso20.RationalNumber;

/** A DC station that steers: its limits. */
public sealed interface DcDynamicRes extends DcClResControlMode, DynamicClResControlMode
        permits DynamicDcClResControlMode, BptDynamicDcClResControlMode {

    /** The most that can be charged with, W. */
    @Wire("EVSEMaximumChargePower")
    RationalNumber maximumChargePower();

    /** The least that can be charged with, W. */
    @Wire("EVSEMinimumChargePower")
    RationalNumber minimumChargePower();

    /** The greatest charging current, A. */
    @Wire("EVSEMaximumChargeCurrent")
    RationalNumber maximumChargeCurrent();

    /** The highest voltage, V. */
    @Wire("EVSEMaximumVoltage")
    RationalNumber maximumVoltage();
}
