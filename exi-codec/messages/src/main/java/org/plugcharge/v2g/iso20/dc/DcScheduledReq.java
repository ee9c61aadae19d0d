package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.ScheduledClReqControlMode;

/** A DC car that follows a schedule: what it asks for, and its limits where they have changed. */
public sealed interface DcScheduledReq extends DcClReqControlMode, ScheduledClReqControlMode
        permits ScheduledDcClReqControlMode, BptScheduledDcClReqControlMode {

    /** The current the car asks for, A. */
    @Wire("EVTargetCurrent")
    RationalNumber targetCurrent();

    /** The voltage the car asks for, V. */
    @Wire("EVTargetVoltage")
    RationalNumber targetVoltage();

    /** The most that can be charged with, W. */
    @Wire("EVMaximumChargePower")
    @Nullable RationalNumber maximumChargePower();

    /** The least that can be charged with, W. */
    @Wire("EVMinimumChargePower")
    @Nullable RationalNumber minimumChargePower();

    /** The greatest charging current, A. */
    @Wire("EVMaximumChargeCurrent")
    @Nullable RationalNumber maximumChargeCurrent();

    /** The highest voltage, V. */
    @Wire("EVMaximumVoltage")
    @Nullable RationalNumber maximumVoltage();

    /** The lowest voltage, V. */
    @Wire("EVMinimumVoltage")
    @Nullable RationalNumber minimumVoltage();
}
