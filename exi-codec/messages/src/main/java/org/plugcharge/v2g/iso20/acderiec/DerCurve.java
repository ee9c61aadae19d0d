package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * A characteristic of reactive power, as points in two units, with the values at which it locks in
 * and out, the least power factor (cos phi), and times (s) of the response; used in {@link
 * ReactivePowerSupport}.
 */
@ComplexType("DERCurveType")
public record DerCurve(
        @Wire("xUnit") CurveDataPointsUnit xUnit,
        @Wire("yUnit") CurveDataPointsUnit yUnit,
        @Wire("CurveDataPoints") CurveDataPoints curveDataPoints,
        @Wire("MinCosPhi") @Nullable RationalNumber minCosPhi,
        @Wire("LockValueUnit") @Nullable LockValueUnit lockValueUnit,
        @Wire("LockInValue") @Nullable RationalNumber lockInValue,
        @Wire("LockOutValue") @Nullable RationalNumber lockOutValue,
        @Wire("PT1ResponseReactivePower") boolean pt1ResponseReactivePower,
        @Wire("StepResponseTimeConstantReactivePower")
                RationalNumber stepResponseTimeConstantReactivePower,
        @Wire("IntentionalDelay") @Nullable RationalNumber intentionalDelay) {}
