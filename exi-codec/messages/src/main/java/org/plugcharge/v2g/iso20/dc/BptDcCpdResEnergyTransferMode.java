package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of a DC station that takes energy back too; powers in W, currents in A. */
@GlobalElement("BPT_DC_CPDResEnergyTransferMode")
public record BptDcCpdResEnergyTransferMode(
        RationalNumber maximumChargePower,
        RationalNumber minimumChargePower,
        RationalNumber maximumChargeCurrent,
        RationalNumber minimumChargeCurrent,
        RationalNumber maximumVoltage,
        RationalNumber minimumVoltage,
        @Nullable RationalNumber powerRampLimitation,
        @Wire("EVSEMaximumDischargePower") RationalNumber maximumDischargePower,
        @Wire("EVSEMinimumDischargePower") RationalNumber minimumDischargePower,
        @Wire("EVSEMaximumDischargeCurrent") RationalNumber maximumDischargeCurrent,
        @Wire("EVSEMinimumDischargeCurrent") RationalNumber minimumDischargeCurrent)
        implements DcResEnergyTransferMode {}
