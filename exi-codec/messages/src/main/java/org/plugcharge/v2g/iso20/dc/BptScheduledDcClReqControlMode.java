package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Scheduled mode of a DC car that can feed back too; powers in W, currents in A; in
 * DC_ChargeLoopReq.
 */
@GlobalElement("BPT_Scheduled_DC_CLReqControlMode")
public record BptScheduledDcClReqControlMode(
        @Nullable RationalNumber targetEnergyRequest,
        @Nullable RationalNumber maximumEnergyRequest,
        @Nullable RationalNumber minimumEnergyRequest,
        RationalNumber targetCurrent,
        RationalNumber targetVoltage,
        @Nullable RationalNumber maximumChargePower,
        @Nullable RationalNumber minimumChargePower,
        @Nullable RationalNumber maximumChargeCurrent,
        @Nullable RationalNumber maximumVoltage,
        @Nullable RationalNumber minimumVoltage,
        @Wire("EVMaximumDischargePower") @Nullable RationalNumber maximumDischargePower,
        @Wire("EVMinimumDischargePower") @Nullable RationalNumber minimumDischargePower,
        @Wire("EVMaximumDischargeCurrent") @Nullable RationalNumber maximumDischargeCurrent)
        implements DcScheduledReq {}
