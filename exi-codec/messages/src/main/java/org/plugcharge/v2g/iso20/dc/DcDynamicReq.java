package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.DynamicClReqControlMode;
import org.plugcharge.v2g.iso20.RationalNumber;

/** A DC car that the station steers: its limits. */
public sealed interface DcDynamicReq extends DcClReqControlMode, DynamicClReqControlMode
        permits DynamicDcClReqControlMode, BptDynamicDcClReqControlMode {

    /** The most that can be charged with, W. */
    @Wire("EVMaximumChargePower")
    RationalNumber maximumChargePower();

    /** The least that can be charged with, W. */
    @Wire("EVMinimumChargePower")
    RationalNumber minimumChargePower();

    /** The greatest charging current, A. */
    @Wire("EVMaximumChargeCurrent")
    RationalNumber maximumChargeCurrent();

    /** The highest voltage, V. */
    @Wire("EVMaximumVoltage")
    RationalNumber maximumVoltage();

    /** The lowest voltage, V. */
    @Wire("EVMinimumVoltage")
    RationalNumber minimumVoltage();
}
