package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Scheduled mode of a DC car that only charges; in DC_ChargeLoopReq. */
@GlobalElement("Scheduled_DC_CLReqControlMode")
public record ScheduledDcClReqControlMode(
        @Nullable RationalNumber targetEnergyRequest,
        @Nullable RationalNumber maximumEnergyRequest,
        @Nullable RationalNumber minimumEnergyRequest,
        RationalNumber targetCurrent,
        RationalNumber targetVoltage,
        @Nullable RationalNumber maximumChargePower,
        @Nullable RationalNumber minimumChargePower,
        @Nullable RationalNumber maximumChargeCurrent,
        @Nullable RationalNumber maximumVoltage,
        @Nullable RationalNumber minimumVoltage)
        implements DcScheduledReq {}
