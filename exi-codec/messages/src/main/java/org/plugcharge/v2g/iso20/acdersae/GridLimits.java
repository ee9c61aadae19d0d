package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * What the grid at the station is like: nominal frequency and its limits (Hz), nominal voltage, its
 * offset and its limits (V); part of {@code DER_AC_CPDResEnergyTransferMode}.
 */
@ComplexType("GridLimitsType")
public record GridLimits(
        @Wire("GridNominalFrequency") RationalNumber gridNominalFrequency,
        @Wire("GridNominalVoltage") RationalNumber gridNominalVoltage,
        @Wire("GridNominalVoltageOffset") RationalNumber gridNominalVoltageOffset,
        @Wire("GridMinFrequency") @Nullable RationalNumber gridMinFrequency,
        @Wire("GridMaxFrequency") @Nullable RationalNumber gridMaxFrequency,
        @Wire("GridMaximumVoltage") RationalNumber gridMaximumVoltage,
        @Wire("GridMinimumVoltage") RationalNumber gridMinimumVoltage) {}
