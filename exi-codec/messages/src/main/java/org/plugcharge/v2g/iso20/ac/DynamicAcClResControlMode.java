package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Dynamic mode of an AC station for a car that only charges; in AC_ChargeLoopRes. */
@GlobalElement("Dynamic_AC_CLResControlMode")
public record DynamicAcClResControlMode(
        @Nullable Long departureTime,
        @Nullable Integer minimumSoc,
        @Nullable Integer targetSoc,
        @Nullable Integer ackMaxDelay,
        RationalNumber targetActivePower,
        @Nullable RationalNumber targetActivePowerL2,
        @Nullable RationalNumber targetActivePowerL3,
        @Nullable RationalNumber targetReactivePower,
        @Nullable RationalNumber targetReactivePowerL2,
        @Nullable RationalNumber targetReactivePowerL3,
        @Nullable RationalNumber presentActivePower,
        @Nullable RationalNumber presentActivePowerL2,
        @Nullable RationalNumber presentActivePowerL3)
        implements AcDynamicRes {}
