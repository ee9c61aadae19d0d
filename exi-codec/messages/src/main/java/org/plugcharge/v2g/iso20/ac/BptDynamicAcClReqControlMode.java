package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Dynamic mode of an AC car that can feed back too; powers in W, energy in Wh; in AC_ChargeLoopReq.
 */
@GlobalElement("BPT_Dynamic_AC_CLReqControlMode")
public record BptDynamicAcClReqControlMode(
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
        @Nullable RationalNumber presentReactivePowerL3,
        @Wire("EVMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVMaximumDischargePower_L2") @Nullable RationalNumber maximumDischargePowerL2,
        @Wire("EVMaximumDischargePower_L3") @Nullable RationalNumber maximumDischargePowerL3,
        @Wire("EVMinimumDischargePower") RationalNumber minimumDischargePower,
        @Wire("EVMinimumDischargePower_L2") @Nullable RationalNumber minimumDischargePowerL2,
        @Wire("EVMinimumDischargePower_L3") @Nullable RationalNumber minimumDischargePowerL3,
        @Wire("EVMaximumV2XEnergyRequest") @Nullable RationalNumber maximumV2xEnergyRequest,
        @Wire("EVMinimumV2XEnergyRequest") @Nullable RationalNumber minimumV2xEnergyRequest)
        implements AcDynamicReq {}
