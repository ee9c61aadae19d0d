package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of a DC car that can feed back too; powers in W, currents in A. */
@GlobalElement("BPT_DC_CPDReqEnergyTransferMode")
public record BptDcCpdReqEnergyTransferMode(
        RationalNumber maximumChargePower,
        RationalNumber minimumChargePower,
        RationalNumber maximumChargeCurrent,
        RationalNumber minimumChargeCurrent,
        RationalNumber maximumVoltage,
        RationalNumber minimumVoltage,
        @Nullable Integer targetSoc,
        @Wire("EVMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVMinimumDischargePower") RationalNumber minimumDischargePower,
        @Wire("EVMaximumDischargeCurrent") RationalNumber maximumDischargeCurrent,
        @Wire("EVMinimumDischargeCurrent") RationalNumber minimumDischargeCurrent)
        implements DcReqEnergyTransferMode {}
