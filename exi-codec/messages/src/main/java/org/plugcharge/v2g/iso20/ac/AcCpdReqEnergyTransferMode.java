package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of an AC car that only charges. */
@GlobalElement("AC_CPDReqEnergyTransferMode")
public record AcCpdReqEnergyTransferMode(
        RationalNumber maximumChargePower,
        @Nullable RationalNumber maximumChargePowerL2,
        @Nullable RationalNumber maximumChargePowerL3,
        RationalNumber minimumChargePower,
        @Nullable RationalNumber minimumChargePowerL2,
        @Nullable RationalNumber minimumChargePowerL3)
        implements AcReqEnergyTransferMode {}
