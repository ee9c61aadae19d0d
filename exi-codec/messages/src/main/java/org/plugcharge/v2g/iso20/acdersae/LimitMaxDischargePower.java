package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The most active power the inverter may feed, as a percentage for each phase, with the open-loop
 * response time (s).
 */
@ComplexType("LimitMaxDischargePowerType")
public record LimitMaxDischargePower(
        @Wire("Enable") boolean enable,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_SHORT) @Nullable Integer priority,
        @Wire(value = "PercentageValue", xs = Xs.UNSIGNED_SHORT) int percentageValue,
        @Wire(value = "PercentageValue_L2", xs = Xs.UNSIGNED_SHORT)
                @Nullable Integer percentageValueL2,
        @Wire(value = "PercentageValue_L3", xs = Xs.UNSIGNED_SHORT)
                @Nullable Integer percentageValueL3,
        @Wire("OpenLoopResponseTime") @Nullable RationalNumber openLoopResponseTime) {}
