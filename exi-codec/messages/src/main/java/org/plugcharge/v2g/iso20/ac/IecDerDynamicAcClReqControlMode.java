package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Dynamic mode of an AC car that supports the grid by European rules (IEC): powers in W and var,
 * energy in Wh, and which grid events it has met; in AC_ChargeLoopReq.
 */
@GlobalElement("DER_Dynamic_AC_CLReqControlMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-IEC")
public record IecDerDynamicAcClReqControlMode(
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
        @Wire("EVMaximumChargeReactivePower") @Nullable RationalNumber maximumChargeReactivePower,
        @Wire("EVMaximumChargeReactivePower_L2")
                @Nullable RationalNumber maximumChargeReactivePowerL2,
        @Wire("EVMaximumChargeReactivePower_L3")
                @Nullable RationalNumber maximumChargeReactivePowerL3,
        @Wire("EVMaximumDischargeReactivePower")
                @Nullable RationalNumber maximumDischargeReactivePower,
        @Wire("EVMaximumDischargeReactivePower_L2")
                @Nullable RationalNumber maximumDischargeReactivePowerL2,
        @Wire("EVMaximumDischargeReactivePower_L3")
                @Nullable RationalNumber maximumDischargeReactivePowerL3,
        @Wire(value = "GridEventCondition", xs = Xs.UNSIGNED_BYTE) int gridEventCondition,
        @Wire("EVMaximumV2XEnergyRequest") @Nullable RationalNumber maximumV2xEnergyRequest,
        @Wire("EVMinimumV2XEnergyRequest") @Nullable RationalNumber minimumV2xEnergyRequest,
        @Wire("EVSessionTotalDischargeEnergyAvailable")
                @Nullable RationalNumber sessionTotalDischargeEnergyAvailable)
        implements AcDynamicReq {}
