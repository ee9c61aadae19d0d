package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of a DC station for a car that only charges. */
@GlobalElement("DC_CPDResEnergyTransferMode")
public record DcCpdResEnergyTransferMode(
        RationalNumber maximumChargePower,
        RationalNumber minimumChargePower,
        RationalNumber maximumChargeCurrent,
        RationalNumber minimumChargeCurrent,
        RationalNumber maximumVoltage,
        RationalNumber minimumVoltage,
        @Nullable RationalNumber powerRampLimitation)
        implements DcResEnergyTransferMode {}
