package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Limits of an AC station for a car that only charges. */
@GlobalElement("AC_CPDResEnergyTransferMode")
public record AcCpdResEnergyTransferMode(
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
        @Nullable RationalNumber presentActivePowerL3)
        implements AcResEnergyTransferMode {}
