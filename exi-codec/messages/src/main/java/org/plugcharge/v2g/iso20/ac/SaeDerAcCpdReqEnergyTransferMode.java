package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.acdersae.EvApparentPowerLimits;
import org.plugcharge.v2g.iso20.acdersae.EvExcitationLimits;
import org.plugcharge.v2g.iso20.acdersae.EvInverterDetails;
import org.plugcharge.v2g.iso20.acdersae.EvReactivePowerLimits;
import org.plugcharge.v2g.iso20.acdersae.Ieee1547AbnormalCategory;
import org.plugcharge.v2g.iso20.acdersae.Ieee1547NormalCategory;

/**
 * Limits of an AC car that supports the grid by North American rules (SAE): powers in W, voltages
 * in V, its inverter and what that can do; and whether the car has finished; in
 * AC_ChargeParameterDiscoveryReq.
 */
@GlobalElement("DER_AC_CPDReqEnergyTransferMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-SAE")
public record SaeDerAcCpdReqEnergyTransferMode(
        RationalNumber maximumChargePower,
        @Nullable RationalNumber maximumChargePowerL2,
        @Nullable RationalNumber maximumChargePowerL3,
        RationalNumber minimumChargePower,
        @Nullable RationalNumber minimumChargePowerL2,
        @Nullable RationalNumber minimumChargePowerL3,
        @Wire("EVProcessing") Processing processing,
        @Wire("EVMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVMaximumDischargePower_L2") @Nullable RationalNumber maximumDischargePowerL2,
        @Wire("EVMaximumDischargePower_L3") @Nullable RationalNumber maximumDischargePowerL3,
        @Wire("EVMinimumDischargePower") @Nullable RationalNumber minimumDischargePower,
        @Wire("EVMinimumDischargePower_L2") @Nullable RationalNumber minimumDischargePowerL2,
        @Wire("EVMinimumDischargePower_L3") @Nullable RationalNumber minimumDischargePowerL3,
        @Wire("EVSessionTotalDischargeEnergyAvailable")
                @Nullable RationalNumber sessionTotalDischargeEnergyAvailable,
        @Wire("EVApparentPowerLimits") EvApparentPowerLimits apparentPowerLimits,
        @Wire("EVReactivePowerLimits") EvReactivePowerLimits reactivePowerLimits,
        @Wire("EVExcitationLimits") EvExcitationLimits excitationLimits,
        @Wire("EVInverterDetails") EvInverterDetails inverterDetails,
        @Wire("IEEE1547NormalCategory") Ieee1547NormalCategory ieee1547NormalCategory,
        @Wire("IEEE1547AbnormalCategory") Ieee1547AbnormalCategory ieee1547AbnormalCategory,
        @Wire("EVNominalVoltage") RationalNumber nominalVoltage,
        @Wire("EVMaximumVoltage") RationalNumber maximumVoltage,
        @Wire("EVMinimumVoltage") RationalNumber minimumVoltage,
        @Wire("EVNominalVoltageOffset") RationalNumber nominalVoltageOffset,
        @Wire("J3072Certified") boolean j3072Certified,
        @Wire(value = "J3072CertificationDate", xs = Xs.UNSIGNED_LONG) long j3072CertificationDate,
        @Wire(value = "EVUseableWattHours", xs = Xs.UNSIGNED_INT) long useableWattHours,
        @Wire(value = "EVUpdateTime", xs = Xs.UNSIGNED_LONG) long updateTime,
        @Wire(value = "SupportedModes", xs = Xs.UNSIGNED_INT) long supportedModes,
        @Wire(value = "EnabledModes", xs = Xs.UNSIGNED_INT) long enabledModes)
        implements AcReqEnergyTransferMode {}
