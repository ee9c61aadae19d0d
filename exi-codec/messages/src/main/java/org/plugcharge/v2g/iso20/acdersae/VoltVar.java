package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Reactive power by voltage, with the open-loop response time (s) and the reference voltage (V),
 * which may follow the grid by a time constant (s). Each axis has its unit; phases 2 and 3 may have
 * points of their own; the function is on or off and has a priority.
 */
@ComplexType("VoltVarType")
public record VoltVar(
        @Wire("Enable") boolean enable,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_SHORT) @Nullable Integer priority,
        @Wire("xUnit") DerUnit xUnit,
        @Wire("yUnit") DerUnit yUnit,
        @Wire("CurveDataPoints") CurveDataPoints curveDataPoints,
        @Wire("CurveDataPoints_L2") @Nullable CurveDataPoints curveDataPointsL2,
        @Wire("CurveDataPoints_L3") @Nullable CurveDataPoints curveDataPointsL3,
        @Wire("OpenLoopResponseTime") RationalNumber openLoopResponseTime,
        @Wire(value = "TimeConstantPT1", xs = Xs.UNSIGNED_INT) @Nullable Long timeConstantPt1,
        @Wire("ReferenceVoltage") RationalNumber referenceVoltage,
        @Wire("AutonomousReferenceVoltageAdjustmentEnable")
                boolean autonomousReferenceVoltageAdjustmentEnable,
        @Wire(value = "ReferenceVoltageAdjustmentTimeConstant", xs = Xs.UNSIGNED_INT)
                long referenceVoltageAdjustmentTimeConstant) {}
