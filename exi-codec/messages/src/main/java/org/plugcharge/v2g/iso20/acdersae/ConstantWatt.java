package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * A fixed active power for each phase, in the unit given; on or off, with a priority among the
 * functions.
 */
@ComplexType("ConstantWattType")
public record ConstantWatt(
        @Wire("Enable") boolean enable,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_SHORT) @Nullable Integer priority,
        @Wire("WattSetpoint") RationalNumber wattSetpoint,
        @Wire("WattSetpoint_L2") @Nullable RationalNumber wattSetpointL2,
        @Wire("WattSetpoint_L3") @Nullable RationalNumber wattSetpointL3,
        @Wire("Unit") DerUnit unit) {}
