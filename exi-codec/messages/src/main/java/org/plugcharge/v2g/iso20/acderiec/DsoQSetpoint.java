package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The reactive power (var) the grid operator wants now, for each phase, with the time constant (s)
 * of the response; part of the DER control modes in AC_ChargeLoopRes.
 */
@ComplexType("DSOQSetpointType")
public record DsoQSetpoint(
        @Wire("DSOQSetpointValue") RationalNumber dsoqSetpointValue,
        @Wire("DSOQSetpointValue_L2") @Nullable RationalNumber dsoqSetpointValueL2,
        @Wire("DSOQSetpointValue_L3") @Nullable RationalNumber dsoqSetpointValueL3,
        @Wire("PT1ResponseReactivePower") boolean pt1ResponseReactivePower,
        @Wire("StepResponseTimeConstantReactivePower")
                RationalNumber stepResponseTimeConstantReactivePower) {}
