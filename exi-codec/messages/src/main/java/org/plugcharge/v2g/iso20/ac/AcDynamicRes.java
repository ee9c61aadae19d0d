package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.DynamicClResControlMode;
import org.plugcharge.v2g.iso20.RationalNumber;

/** An AC station that steers: what the car shall draw, and what flows. */
public sealed interface AcDynamicRes extends AcClResControlMode, DynamicClResControlMode
        permits DynamicAcClResControlMode,
                BptDynamicAcClResControlMode,
                IecDerDynamicAcClResControlMode,
                SaeDerDynamicAcClResControlMode {

    /** What the car shall draw, W: all phases, or phase 1 where the others are given. */
    @Wire("EVSETargetActivePower")
    RationalNumber targetActivePower();

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
