package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * How to stay connected through a voltage that is too high or too low: limits (V) at which it
 * starts and stops, gains (k) of the additional reactive current, and time constants (s) of the
 * response; used in {@link DerControl}.
 */
@ComplexType("FaultRideThroughType")
public record FaultRideThrough(
        @Wire("VoltageLimitStartFRT") RationalNumber voltageLimitStartFrt,
        @Wire("VoltageLimitStopFRT") @Nullable RationalNumber voltageLimitStopFrt,
        @Wire("VoltageRecoveryLimit") @Nullable RationalNumber voltageRecoveryLimit,
        @Wire("VoltageRideThroughPositiveCurveKFactor")
                @Nullable RationalNumber voltageRideThroughPositiveCurveKFactor,
        @Wire("VoltageRideThroughNegativeCurveKFactor")
                @Nullable RationalNumber voltageRideThroughNegativeCurveKFactor,
        @Wire("PT1ResponseActivePower") boolean pt1ResponseActivePower,
        @Wire("StepResponseTimeConstantActivePower")
                RationalNumber stepResponseTimeConstantActivePower,
        @Wire("PT1ResponseReactivePower") boolean pt1ResponseReactivePower,
        @Wire("StepResponseTimeConstantReactivePower")
                RationalNumber stepResponseTimeConstantReactivePower) {}
