package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.ScheduledClResControlMode;

/** A DC station whose car follows a schedule: its limits where they have changed. */
public sealed interface DcScheduledRes extends DcClResControlMode, ScheduledClResControlMode
        permits ScheduledDcClResControlMode, BptScheduledDcClResControlMode {

    /** The most that can be charged with, W. */
    @Wire("EVSEMaximumChargePower")
    @Nullable RationalNumber maximumChargePower();

    /** The least that can be charged with, W. */
    @Wire("EVSEMinimumChargePower")
    @Nullable RationalNumber minimumChargePower();

    /** The greatest charging current, A. */
    @Wire("EVSEMaximumChargeCurrent")
    @Nullable RationalNumber maximumChargeCurrent();

    /** The highest voltage, V. */
    @Wire("EVSEMaximumVoltage")
    @Nullable RationalNumber maximumVoltage();
}
