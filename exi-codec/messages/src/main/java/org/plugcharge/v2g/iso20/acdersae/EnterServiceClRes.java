package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Whether the inverter may be in service and, where they come again, the conditions of {@link
 * EnterServiceCpdRes}; part of {@link DerControlClRes}.
 */
@ComplexType("EnterServiceCLResType")
public record EnterServiceClRes(
        @Wire("PermitService") boolean permitService,
        @Wire("EnterServiceVoltageHigh") @Nullable RationalNumber enterServiceVoltageHigh,
        @Wire("EnterServiceVoltageLow") @Nullable RationalNumber enterServiceVoltageLow,
        @Wire("EnterServiceFrequencyHigh") @Nullable RationalNumber enterServiceFrequencyHigh,
        @Wire("EnterServiceFrequencyLow") @Nullable RationalNumber enterServiceFrequencyLow,
        @Wire("EnterServiceDelay") @Nullable RationalNumber enterServiceDelay,
        @Wire("EnterServiceRandomizedDelay") @Nullable RationalNumber enterServiceRandomizedDelay,
        @Wire("EnterServiceRampTime") @Nullable RationalNumber enterServiceRampTime) {}
