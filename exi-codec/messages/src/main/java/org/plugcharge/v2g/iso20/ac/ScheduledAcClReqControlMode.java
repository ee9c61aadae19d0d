package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Scheduled mode of an AC car that only charges; in AC_ChargeLoopReq. */
@GlobalElement("Scheduled_AC_CLReqControlMode")
public record ScheduledAcClReqControlMode(
        @Nullable RationalNumber targetEnergyRequest,
        @Nullable RationalNumber maximumEnergyRequest,
        @Nullable RationalNumber minimumEnergyRequest,
        @Nullable RationalNumber maximumChargePower,
        @Nullable RationalNumber maximumChargePowerL2,
        @Nullable RationalNumber maximumChargePowerL3,
        @Nullable RationalNumber minimumChargePower,
        @Nullable RationalNumber minimumChargePowerL2,
        @Nullable RationalNumber minimumChargePowerL3,
        RationalNumber presentActivePower,
        @Nullable RationalNumber presentActivePowerL2,
        @Nullable RationalNumber presentActivePowerL3,
        @Nullable RationalNumber presentReactivePower,
        @Nullable RationalNumber presentReactivePowerL2,
        @Nullable RationalNumber presentReactivePowerL3)
        implements AcScheduledReq {}
