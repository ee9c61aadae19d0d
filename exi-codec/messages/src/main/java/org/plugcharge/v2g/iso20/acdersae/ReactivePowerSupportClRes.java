package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * Those of the four functions that give reactive power whose settings come again; part of {@link
 * DerControlClRes}.
 */
@ComplexType("ReactivePowerSupportCLResType")
public record ReactivePowerSupportClRes(
        @Wire("ConstantPowerFactor") @Nullable ConstantPowerFactor constantPowerFactor,
        @Wire("VoltVar") @Nullable VoltVar voltVar,
        @Wire("WattVar") @Nullable WattVar wattVar,
        @Wire("ConstantVar") @Nullable ConstantVar constantVar) {}
