package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * Those of the four functions that act on active power whose settings come again; part of {@link
 * DerControlClRes}.
 */
@ComplexType("ActivePowerSupportCLResType")
public record ActivePowerSupportClRes(
        @Wire("FrequencyDroop") @Nullable FrequencyDroop frequencyDroop,
        @Wire("VoltWatt") @Nullable VoltWatt voltWatt,
        @Wire("ConstantWatt") @Nullable ConstantWatt constantWatt,
        @Wire("LimitMaxDischargePower") @Nullable LimitMaxDischargePower limitMaxDischargePower) {}
