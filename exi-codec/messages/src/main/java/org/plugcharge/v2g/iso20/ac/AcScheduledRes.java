package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.ScheduledClResControlMode;

/** An AC station whose car follows a schedule: what it asks for besides, and what flows. */
public sealed interface AcScheduledRes extends AcClResControlMode, ScheduledClResControlMode
        permits ScheduledAcClResControlMode,
                BptScheduledAcClResControlMode,
                IecDerScheduledAcClResControlMode,
                SaeDerScheduledAcClResControlMode {

    /** What the car shall draw, W: all phases, or phase 1 where the others are given. */
    @Wire("EVSETargetActivePower")
    @Nullable RationalNumber targetActivePower();

    /** The same of phase 2. */
    @Wire("EVSETargetActivePower_L2")
    @Nullable RationalNumber targetActivePowerL2();

    /** The same of phase 3. */
    @Wire("EVSETargetActivePower_L3")
    @Nullable RationalNumber targetActivePowerL3();

    /**
     * The reactive power the car shall have, VAr: all phases, or phase 1 where the others are
     * given.
     */
    @Wire("EVSETargetReactivePower")
    @Nullable RationalNumber targetReactivePower();

    /** The same of phase 2. */
    @Wire("EVSETargetReactivePower_L2")
    @Nullable RationalNumber targetReactivePowerL2();

    /** The same of phase 3. */
    @Wire("EVSETargetReactivePower_L3")
    @Nullable RationalNumber targetReactivePowerL3();

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
