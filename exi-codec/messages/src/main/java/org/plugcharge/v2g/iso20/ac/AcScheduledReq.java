package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.ScheduledClReqControlMode;

/** An AC car that follows a schedule: its limits where they have changed, and what it draws now. */
public sealed interface AcScheduledReq extends AcClReqControlMode, ScheduledClReqControlMode
        permits ScheduledAcClReqControlMode,
                BptScheduledAcClReqControlMode,
                IecDerScheduledAcClReqControlMode,
                SaeDerScheduledAcClReqControlMode {

    /** The most the car can draw now, W: all phases, or phase 1 where the others are given. */
    @Wire("EVMaximumChargePower")
    @Nullable RationalNumber maximumChargePower();

    /** The same of phase 2. */
    @Wire("EVMaximumChargePower_L2")
    @Nullable RationalNumber maximumChargePowerL2();

    /** The same of phase 3. */
    @Wire("EVMaximumChargePower_L3")
    @Nullable RationalNumber maximumChargePowerL3();

    /** The least the car can draw now, W: all phases, or phase 1 where the others are given. */
    @Wire("EVMinimumChargePower")
    @Nullable RationalNumber minimumChargePower();

    /** The same of phase 2. */
    @Wire("EVMinimumChargePower_L2")
    @Nullable RationalNumber minimumChargePowerL2();

    /** The same of phase 3. */
    @Wire("EVMinimumChargePower_L3")
    @Nullable RationalNumber minimumChargePowerL3();

    /** What the car draws now, W: all phases, or phase 1 where the others are given. */
    @Wire("EVPresentActivePower")
    RationalNumber presentActivePower();

    /** The same of phase 2. */
    @Wire("EVPresentActivePower_L2")
    @Nullable RationalNumber presentActivePowerL2();

    /** The same of phase 3. */
    @Wire("EVPresentActivePower_L3")
    @Nullable RationalNumber presentActivePowerL3();

    /**
     * The reactive power of the car now, VAr: all phases, or phase 1 where the others are given.
     */
    @Wire("EVPresentReactivePower")
    @Nullable RationalNumber presentReactivePower();

    /** The same of phase 2. */
    @Wire("EVPresentReactivePower_L2")
    @Nullable RationalNumber presentReactivePowerL2();

    /** The same of phase 3. */
    @Wire("EVPresentReactivePower_L3")
    @Nullable RationalNumber presentReactivePowerL3();
}
