package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * The four functions that act on active power, each with its settings; part of {@link
 * DerControlCpdRes}.
 */
@ComplexType("ActivePowerSupportCPDResType")
public record ActivePowerSupportCpdRes(
        @Wire("FrequencyDroop") FrequencyDroop frequencyDroop,
        @Wire("VoltWatt") VoltWatt voltWatt,
        @Wire("ConstantWatt") ConstantWatt constantWatt,
        @Wire("LimitMaxDischargePower") LimitMaxDischargePower limitMaxDischargePower) {}
