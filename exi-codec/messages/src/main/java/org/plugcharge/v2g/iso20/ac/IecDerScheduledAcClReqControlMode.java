package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Scheduled mode of an AC car that supports the grid by European rules (IEC): powers in W and var,
 * and which grid events it has met; in AC_ChargeLoopReq.
 */
@GlobalElement("DER_Scheduled_AC_CLReqControlMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-IEC")
public record IecDerScheduledAcClReqControlMode(
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
        @Wire(value = "GridEventCondition", xs = Xs.UNSIGNED_BYTE) int gridEventCondition)
        implements AcScheduledReq {}
