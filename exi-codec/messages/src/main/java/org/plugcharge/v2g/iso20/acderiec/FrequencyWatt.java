package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * How active power follows a frequency that is too high or too low: limits (Hz), slope, delays and
 * times (s), and the power the slope refers to; used in {@link ActivePowerSupport}.
 */
@ComplexType("FrequencyWattType")
public record FrequencyWatt(
        @Wire("Fstart") RationalNumber fstart,
        @Wire("Fstop") RationalNumber fstop,
        @Wire(value = "IntentionalDelayFstop", xs = Xs.UNSIGNED_SHORT)
                @Nullable Integer intentionalDelayFstop,
        @Wire("Slope") RationalNumber slope,
        @Wire(value = "DeactivationTime", xs = Xs.UNSIGNED_SHORT)
                @Nullable Integer deactivationTime,
        @Wire(value = "IntentionalDelayPowerControl", xs = Xs.UNSIGNED_SHORT)
                @Nullable Integer intentionalDelayPowerControl,
        @Wire("PowerReference") PowerReference powerReference,
        @Wire("HysteresisControl") boolean hysteresisControl,
        @Wire(value = "PowerUpRamp", xs = Xs.UNSIGNED_SHORT) @Nullable Integer powerUpRamp,
        @Wire("PT1ResponseActivePower") boolean pt1ResponseActivePower,
        @Wire("StepResponseTimeConstantActivePower")
                RationalNumber stepResponseTimeConstantActivePower) {}
