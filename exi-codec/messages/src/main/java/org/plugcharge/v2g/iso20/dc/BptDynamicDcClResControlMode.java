package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Dynamic mode of a DC station that takes energy back too; powers in W, currents in A, voltage in
 * V; in DC_ChargeLoopRes.
 */
@GlobalElement("BPT_Dynamic_DC_CLResControlMode")
public record BptDynamicDcClResControlMode(
        @Nullable Long departureTime,
        @Nullable Integer minimumSoc,
        @Nullable Integer targetSoc,
        @Nullable Integer ackMaxDelay,
        RationalNumber maximumChargePower,
        RationalNumber minimumChargePower,
        RationalNumber maximumChargeCurrent,
        RationalNumber maximumVoltage,
        @Wire("EVSEMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVSEMinimumDischargePower") RationalNumber minimumDischargePower,
        @Wire("EVSEMaximumDischargeCurrent") RationalNumber maximumDischargeCurrent,
        @Wire("EVSEMinimumVoltage") RationalNumber minimumVoltage)
        implements DcDynamicRes {}
