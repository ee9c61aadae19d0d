package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.acderiec.DerControl;
import org.plugcharge.v2g.iso20.acderiec.EvOperatingMode;
import org.plugcharge.v2g.iso20.acderiec.GridConnectionMode;

/**
 * Limits of an AC station for a car that supports the grid by European rules (IEC), in W, and what
 * the grid operator demands; in AC_ChargeParameterDiscoveryRes.
 */
@GlobalElement("DER_AC_CPDResEnergyTransferMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-IEC")
public record IecDerAcCpdResEnergyTransferMode(
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
        @Wire("EVSENominalChargePower") RationalNumber nominalChargePower,
        @Wire("EVSENominalChargePower_L2") @Nullable RationalNumber nominalChargePowerL2,
        @Wire("EVSENominalChargePower_L3") @Nullable RationalNumber nominalChargePowerL3,
        @Wire("EVSENominalDischargePower") RationalNumber nominalDischargePower,
        @Wire("EVSENominalDischargePower_L2") @Nullable RationalNumber nominalDischargePowerL2,
        @Wire("EVSENominalDischargePower_L3") @Nullable RationalNumber nominalDischargePowerL3,
        @Wire("EVSEMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVSEMaximumDischargePower_L2") @Nullable RationalNumber maximumDischargePowerL2,
        @Wire("EVSEMaximumDischargePower_L3") @Nullable RationalNumber maximumDischargePowerL3,
        @Wire("EVOperatingMode") EvOperatingMode operatingMode,
        @Wire("GridConnectionMode") GridConnectionMode gridConnectionMode,
        @Wire("DERControl") DerControl derControl)
        implements AcResEnergyTransferMode {}
