package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.acderiec.EvReactivePowerLimits;

/**
 * Limits of an AC car that supports the grid by European rules (IEC): powers in W, energy it can
 * give in the session in Wh; and whether the car has finished; in AC_ChargeParameterDiscoveryReq.
 */
@GlobalElement("DER_AC_CPDReqEnergyTransferMode")
@Namespace("urn:iso:std:iso:15118:-20:AC-DER-IEC")
public record IecDerAcCpdReqEnergyTransferMode(
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
        @Wire("EVMinimumDischargePower") RationalNumber minimumDischargePower,
        @Wire("EVMinimumDischargePower_L2") @Nullable RationalNumber minimumDischargePowerL2,
        @Wire("EVMinimumDischargePower_L3") @Nullable RationalNumber minimumDischargePowerL3,
        @Wire("EVSessionTotalDischargeEnergyAvailable")
                @Nullable RationalNumber sessionTotalDischargeEnergyAvailable,
        @Wire("EVReactivePowerLimits") @Nullable EvReactivePowerLimits reactivePowerLimits)
        implements AcReqEnergyTransferMode {}
