package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Dynamic mode of a DC car that can feed back too; powers in W, currents in A, energy in Wh; in
 * DC_ChargeLoopReq.
 */
@GlobalElement("BPT_Dynamic_DC_CLReqControlMode")
public record BptDynamicDcClReqControlMode(
        @Nullable Long departureTime,
        RationalNumber targetEnergyRequest,
        RationalNumber maximumEnergyRequest,
        RationalNumber minimumEnergyRequest,
        RationalNumber maximumChargePower,
        RationalNumber minimumChargePower,
        RationalNumber maximumChargeCurrent,
        RationalNumber maximumVoltage,
        RationalNumber minimumVoltage,
        @Wire("EVMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVMinimumDischargePower") RationalNumber minimumDischargePower,
        @Wire("EVMaximumDischargeCurrent") RationalNumber maximumDischargeCurrent,
        @Wire("EVMaximumV2XEnergyRequest") @Nullable RationalNumber maximumV2xEnergyRequest,
        @Wire("EVMinimumV2XEnergyRequest") @Nullable RationalNumber minimumV2xEnergyRequest)
        implements DcDynamicReq {}
