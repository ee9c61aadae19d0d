package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Voltages (V) beyond which the inverter feeds no current and within which it does again, with time
 * constants (s) of the response; used in {@link DerControl}.
 */
@ComplexType("ZeroCurrentType")
public record ZeroCurrent(
        @Wire("OverVoltageLimit") @Nullable RationalNumber overVoltageLimit,
        @Wire("UnderVoltageLimit") @Nullable RationalNumber underVoltageLimit,
        @Wire("OverVoltageRecoveryLimit") @Nullable RationalNumber overVoltageRecoveryLimit,
        @Wire("UnderVoltageRecoveryLimit") @Nullable RationalNumber underVoltageRecoveryLimit,
        @Wire("PT1ResponseActivePower") boolean pt1ResponseActivePower,
        @Wire("StepResponseTimeConstantActivePower")
                RationalNumber stepResponseTimeConstantActivePower,
        @Wire("PT1ResponseReactivePower") boolean pt1ResponseReactivePower,
        @Wire("StepResponseTimeConstantReactivePower")
                RationalNumber stepResponseTimeConstantReactivePower) {}
