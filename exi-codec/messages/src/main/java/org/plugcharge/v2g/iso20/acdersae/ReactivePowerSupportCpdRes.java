package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * The four functions that give reactive power, each with its settings; part of {@link
 * DerControlCpdRes}.
 */
@ComplexType("ReactivePowerSupportCPDResType")
public record ReactivePowerSupportCpdRes(
        @Wire("ConstantPowerFactor") ConstantPowerFactor constantPowerFactor,
        @Wire("VoltVar") VoltVar voltVar,
        @Wire("WattVar") WattVar wattVar,
        @Wire("ConstantVar") ConstantVar constantVar) {}
