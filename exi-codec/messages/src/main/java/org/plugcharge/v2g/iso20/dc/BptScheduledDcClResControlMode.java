package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Scheduled mode of a DC station that takes energy back too; powers in W, currents in A, voltage in
 * V; in DC_ChargeLoopRes.
 */
@GlobalElement("BPT_Scheduled_DC_CLResControlMode")
public record BptScheduledDcClResControlMode(
        @Nullable RationalNumber maximumChargePower,
        @Nullable RationalNumber minimumChargePower,
        @Nullable RationalNumber maximumChargeCurrent,
        @Nullable RationalNumber maximumVoltage,
        @Wire("EVSEMaximumDischargePower") @Nullable RationalNumber maximumDischargePower,
        @Wire("EVSEMinimumDischargePower") @Nullable RationalNumber minimumDischargePower,
        @Wire("EVSEMaximumDischargeCurrent") @Nullable RationalNumber maximumDischargeCurrent,
        @Wire("EVSEMinimumVoltage") @Nullable RationalNumber minimumVoltage)
        implements DcScheduledRes {}
