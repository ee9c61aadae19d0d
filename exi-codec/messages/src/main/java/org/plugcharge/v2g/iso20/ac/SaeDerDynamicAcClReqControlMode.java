package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.acdersae.DerConnectionStatus;
import org.plugcharge.v2g.iso20.acdersae.DerOperationalState;
import org.plugcharge.v2g.iso20.acdersae.EvApparentPower;
import org.plugcharge.v2g.iso20.acdersae.EvExcitation;
import org.plugcharge.v2g.iso20.acdersae.EvReactivePower;

/**
 * Dynamic mode of an AC car that supports the grid by North American rules (SAE): voltage in V,
 * frequency in Hz, powers in W, energy in Wh, durations in s, and the state of its inverter; in
 * AC_ChargeLoopReq.
 */
@GlobalElement("DER_Dynamic_AC_CLReqControlMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-SAE")
public record SaeDerDynamicAcClReqControlMode(
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
        @Wire("EVPresentVoltage") RationalNumber presentVoltage,
        @Wire("EVPresentFrequency") RationalNumber presentFrequency,
        @Wire("EVSessionTotalDischargeEnergyAvailable")
                @Nullable RationalNumber sessionTotalDischargeEnergyAvailable,
        @Wire("EVApparentPower") @Nullable EvApparentPower apparentPower,
        @Wire("EVReactivePower") @Nullable EvReactivePower reactivePower,
        @Wire("EVExcitation") @Nullable EvExcitation excitation,
        @Wire("EVMaximumV2XEnergyRequest") @Nullable RationalNumber maximumV2xEnergyRequest,
        @Wire("EVMinimumV2XEnergyRequest") @Nullable RationalNumber minimumV2xEnergyRequest,
        @Wire("DEROperationalState") DerOperationalState derOperationalState,
        @Wire("DERConnectionStatus") DerConnectionStatus derConnectionStatus,
        @Wire(value = "EVUpdateTime", xs = Xs.UNSIGNED_LONG) long updateTime,
        @Wire(value = "EVMinimumChargingDuration", xs = Xs.UNSIGNED_INT)
                long minimumChargingDuration,
        @Wire(value = "EVDurationMaximumChargeRate", xs = Xs.UNSIGNED_INT)
                long durationMaximumChargeRate,
        @Wire(value = "EVDurationMaximumDischargeRate", xs = Xs.UNSIGNED_INT)
                long durationMaximumDischargeRate,
        @Wire(value = "DERAlarmStatus", xs = Xs.UNSIGNED_INT) long derAlarmStatus,
        @Wire(value = "EnabledModes", xs = Xs.UNSIGNED_INT) long enabledModes)
        implements AcDynamicReq {}
