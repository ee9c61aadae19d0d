package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.EvseStatus;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.acdersae.DerControlCpdRes;
import org.plugcharge.v2g.iso20.acdersae.EvseReactivePowerLimits;
import org.plugcharge.v2g.iso20.acdersae.GridConnectionMode;
import org.plugcharge.v2g.iso20.acdersae.GridLimits;
import org.plugcharge.v2g.iso20.acdersae.RequiredDerOperatingMode;

/**
 * Limits of an AC station for a car that supports the grid by North American rules (SAE), in W, and
 * what the grid operator demands; in AC_ChargeParameterDiscoveryRes.
 */
@GlobalElement("DER_AC_CPDResEnergyTransferMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-SAE")
public record SaeDerAcCpdResEnergyTransferMode(
        RationalNumber maximumChargePower,
        @Nullable RationalNumber maximumChargePowerL2,
        @Nullable RationalNumber maximumChargePowerL3,
        RationalNumber minimumChargePower,
        @Nullable RationalNumber minimumChargePowerL2,
        @Nullable RationalNumber minimumChargePowerL3,
        RationalNumber nominalFrequency,
        @Nullable RationalNumber maximumPowerAsymmetry,
        @Nullable RationalNumber powerRampLimitation,
        @Nullable RationalNumber presentActivePower,
        @Nullable RationalNumber presentActivePowerL2,
        @Nullable RationalNumber presentActivePowerL3,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("EVSEStatus") @Nullable EvseStatus status,
        @Wire("DERControlCPDRes") DerControlCpdRes derControlCpdRes,
        @Wire("EVSENominalChargePower") @Nullable RationalNumber nominalChargePower,
        @Wire("EVSENominalChargePower_L2") @Nullable RationalNumber nominalChargePowerL2,
        @Wire("EVSENominalChargePower_L3") @Nullable RationalNumber nominalChargePowerL3,
        @Wire("EVSENominalDischargePower") @Nullable RationalNumber nominalDischargePower,
        @Wire("EVSENominalDischargePower_L2") @Nullable RationalNumber nominalDischargePowerL2,
        @Wire("EVSENominalDischargePower_L3") @Nullable RationalNumber nominalDischargePowerL3,
        @Wire("EVSEMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVSEMaximumDischargePower_L2") @Nullable RationalNumber maximumDischargePowerL2,
        @Wire("EVSEMaximumDischargePower_L3") @Nullable RationalNumber maximumDischargePowerL3,
        @Wire("EVSEReactivePowerLimits") EvseReactivePowerLimits reactivePowerLimits,
        @Wire("GridLimits") GridLimits gridLimits,
        @Wire("RequiredDEROperatingMode") RequiredDerOperatingMode requiredDerOperatingMode,
        @Wire("GridConnectionMode") GridConnectionMode gridConnectionMode,
        @Wire(value = "EVSEUpdateTime", xs = Xs.UNSIGNED_LONG) long updateTime)
        implements AcResEnergyTransferMode {}
