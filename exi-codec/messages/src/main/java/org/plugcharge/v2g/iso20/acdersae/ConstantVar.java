package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * A fixed reactive power for each phase, in the unit given; on or off, with a priority among the
 * functions.
 */
@ComplexType("ConstantVarType")
public record ConstantVar(
        @Wire("Enable") boolean enable,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_SHORT) @Nullable Integer priority,
        @Wire("VarSetpoint") RationalNumber varSetpoint,
        @Wire("VarSetpoint_L2") @Nullable RationalNumber varSetpointL2,
        @Wire("VarSetpoint_L3") @Nullable RationalNumber varSetpointL3,
        @Wire("Unit") DerUnit unit) {}
