package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Dynamic mode of an AC car that only charges; in AC_ChargeLoopReq. */
@GlobalElement("Dynamic_AC_CLReqControlMode")
public record DynamicAcClReqControlMode(
        @Nullable Long departureTime,
        RationalNumber targetEnergyRequest,
        RationalNumber maximumEnergyRequest,
        RationalNumber minimumEnergyRequest,
        RationalNumber maximumChargePower,
        @Nullable RationalNumber maximumChargePowerL2,
        @Nullable RationalNumber maximumChargePowerL3,
        RationalNumber minimumChargePower,
        @Nullable RationalNumber minimumChargePowerL2,
        @Nullable RationalNumber minimumChargePowerL3,
        RationalNumber presentActivePower,
        @Nullable RationalNumber presentActivePowerL2,
        @Nullable RationalNumber presentActivePowerL3,
        RationalNumber presentReactivePower,
        @Nullable RationalNumber presentReactivePowerL2,
        @Nullable RationalNumber presentReactivePowerL3)
        implements AcDynamicReq {}
