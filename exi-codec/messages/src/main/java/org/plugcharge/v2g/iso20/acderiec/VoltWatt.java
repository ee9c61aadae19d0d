package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * How active power falls with rising voltage: from one voltage to another (V), with time constant
 * and delay (s); used in {@link ActivePowerSupport}.
 */
@ComplexType("VoltWattType")
public record VoltWatt(
        @Wire("PowerReference") PowerReference powerReference,
        @Wire("UStart") RationalNumber uStart,
        @Wire("UStop") RationalNumber uStop,
        @Wire("PT1ResponseActivePower") boolean pt1ResponseActivePower,
        @Wire("StepResponseTimeConstantActivePower")
                RationalNumber stepResponseTimeConstantActivePower,
        @Wire(value = "IntentionalDelayPowerControl", xs = Xs.UNSIGNED_INT)
                @Nullable Long intentionalDelayPowerControl) {}
