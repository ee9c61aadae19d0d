package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * A curve in two units, on or off; used for the limits of {@link VoltageTrip} and {@link
 * FrequencyTrip}. Phases 2 and 3 may have points of their own.
 */
@ComplexType("DERCurveType")
public record DerCurve(
        @Wire("Enable") boolean enable,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_SHORT) @Nullable Integer priority,
        @Wire("xUnit") DerUnit xUnit,
        @Wire("yUnit") DerUnit yUnit,
        @Wire("CurveDataPoints") CurveDataPoints curveDataPoints,
        @Wire("CurveDataPoints_L2") @Nullable CurveDataPoints curveDataPointsL2,
        @Wire("CurveDataPoints_L3") @Nullable CurveDataPoints curveDataPointsL3) {}
