package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The power factor (cos phi) the grid operator wants now, for each phase, with the side of
 * excitation and the time constant (s) of the response; part of the DER control modes in
 * AC_ChargeLoopRes.
 */
@ComplexType("DSOCosPhiSetpointType")
public record DsoCosPhiSetpoint(
        @Wire("DSOCosPhiSetpointValue") RationalNumber dsoCosPhiSetpointValue,
        @Wire("DSOCosPhiSetpointValue_L2") @Nullable RationalNumber dsoCosPhiSetpointValueL2,
        @Wire("DSOCosPhiSetpointValue_L3") @Nullable RationalNumber dsoCosPhiSetpointValueL3,
        @Wire("Excitation") PowerFactorExcitation excitation,
        @Wire("PT1ResponseReactivePower") boolean pt1ResponseReactivePower,
        @Wire("StepResponseTimeConstantReactivePower")
                RationalNumber stepResponseTimeConstantReactivePower) {}
