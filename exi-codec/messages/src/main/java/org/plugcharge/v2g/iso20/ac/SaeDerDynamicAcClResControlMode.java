package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.acdersae.DerControlClRes;
import org.plugcharge.v2g.iso20.acdersae.GridConnectionMode;
import org.plugcharge.v2g.iso20.acdersae.RequiredDerOperatingMode;

/**
 * Dynamic mode of an AC station for a car that supports the grid by North American rules (SAE):
 * limits (W) and demands of the grid operator as far as they come again; in AC_ChargeLoopRes.
 */
@GlobalElement("DER_Dynamic_AC_CLResControlMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-SAE")
public record SaeDerDynamicAcClResControlMode(
        @Nullable Long departureTime,
        @Nullable Integer minimumSoc,
        @Nullable Integer targetSoc,
        @Nullable Integer ackMaxDelay,
        RationalNumber targetActivePower,
        @Nullable RationalNumber targetActivePowerL2,
        @Nullable RationalNumber targetActivePowerL3,
        @Nullable RationalNumber targetReactivePower,
        @Nullable RationalNumber targetReactivePowerL2,
        @Nullable RationalNumber targetReactivePowerL3,
        @Nullable RationalNumber presentActivePower,
        @Nullable RationalNumber presentActivePowerL2,
        @Nullable RationalNumber presentActivePowerL3,
        @Wire("DERControlCLRes") DerControlClRes derControlClRes,
        @Wire("EVSEMaximumChargePower") @Nullable RationalNumber maximumChargePower,
        @Wire("EVSEMaximumChargePower_L2") @Nullable RationalNumber maximumChargePowerL2,
        @Wire("EVSEMaximumChargePower_L3") @Nullable RationalNumber maximumChargePowerL3,
        @Wire("EVSEMaximumDischargePower") @Nullable RationalNumber maximumDischargePower,
        @Wire("EVSEMaximumDischargePower_L2") @Nullable RationalNumber maximumDischargePowerL2,
        @Wire("EVSEMaximumDischargePower_L3") @Nullable RationalNumber maximumDischargePowerL3,
        @Wire("RequiredDEROperatingMode")
                @Nullable RequiredDerOperatingMode requiredDerOperatingMode,
        @Wire("GridConnectionMode") @Nullable GridConnectionMode gridConnectionMode)
        implements AcDynamicRes {}
