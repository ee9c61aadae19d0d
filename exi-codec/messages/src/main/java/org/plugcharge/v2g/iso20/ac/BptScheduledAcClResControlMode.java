package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Scheduled mode of an AC station for a car that can feed back too; negative powers flow from the
 * car; in AC_ChargeLoopRes.
 */
@GlobalElement("BPT_Scheduled_AC_CLResControlMode")
public record BptScheduledAcClResControlMode(
        @Nullable RationalNumber targetActivePower,
        @Nullable RationalNumber targetActivePowerL2,
        @Nullable RationalNumber targetActivePowerL3,
        @Nullable RationalNumber targetReactivePower,
        @Nullable RationalNumber targetReactivePowerL2,
        @Nullable RationalNumber targetReactivePowerL3,
        @Nullable RationalNumber presentActivePower,
        @Nullable RationalNumber presentActivePowerL2,
        @Nullable RationalNumber presentActivePowerL3)
        implements AcScheduledRes {}
