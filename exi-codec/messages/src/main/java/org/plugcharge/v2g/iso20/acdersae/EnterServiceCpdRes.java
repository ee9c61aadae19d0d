package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Whether the inverter may enter service, and within which voltages and frequencies, after which
 * delays (s) and over which ramp (s); part of {@link DerControlCpdRes}.
 */
@ComplexType("EnterServiceCPDResType")
public record EnterServiceCpdRes(
        @Wire("PermitService") boolean permitService,
        @Wire("EnterServiceVoltageHigh") RationalNumber enterServiceVoltageHigh,
        @Wire("EnterServiceVoltageLow") RationalNumber enterServiceVoltageLow,
        @Wire("EnterServiceFrequencyHigh") RationalNumber enterServiceFrequencyHigh,
        @Wire("EnterServiceFrequencyLow") RationalNumber enterServiceFrequencyLow,
        @Wire("EnterServiceDelay") @Nullable RationalNumber enterServiceDelay,
        @Wire("EnterServiceRandomizedDelay") @Nullable RationalNumber enterServiceRandomizedDelay,
        @Wire("EnterServiceRampTime") @Nullable RationalNumber enterServiceRampTime) {}
