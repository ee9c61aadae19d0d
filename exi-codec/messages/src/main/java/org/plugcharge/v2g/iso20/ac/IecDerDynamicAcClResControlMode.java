package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.acderiec.DsoCosPhiSetpoint;
import org.plugcharge.v2g.iso20.acderiec.DsoQSetpoint;

/**
 * Dynamic mode of an AC station for a car that supports the grid by European rules (IEC): powers in
 * W, and setpoints of the grid operator; in AC_ChargeLoopRes.
 */
@GlobalElement("DER_Dynamic_AC_CLResControlMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-IEC")
public record IecDerDynamicAcClResControlMode(
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
        @Wire("EVSEMaximumChargePower") RationalNumber maximumChargePower,
        @Wire("EVSEMaximumChargePower_L2") @Nullable RationalNumber maximumChargePowerL2,
        @Wire("EVSEMaximumChargePower_L3") @Nullable RationalNumber maximumChargePowerL3,
        @Wire("EVSEMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVSEMaximumDischargePower_L2") @Nullable RationalNumber maximumDischargePowerL2,
        @Wire("EVSEMaximumDischargePower_L3") @Nullable RationalNumber maximumDischargePowerL3,
        @Wire("DSOMaximumDischargePower") @Nullable RationalNumber dsoMaximumDischargePower,
        @Wire("DSOMaximumDischargePower_L2") @Nullable RationalNumber dsoMaximumDischargePowerL2,
        @Wire("DSOMaximumDischargePower_L3") @Nullable RationalNumber dsoMaximumDischargePowerL3,
        @Wire("DSOQSetpoint") @Nullable DsoQSetpoint dsoqSetpoint,
        @Wire("DSOCosPhiSetpoint") @Nullable DsoCosPhiSetpoint dsoCosPhiSetpoint)
        implements AcDynamicRes {}
