package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * What the car lets the station show to the driver in the charge loop: states of charge in percent,
 * times in seconds, the battery's capacity in Wh.
 */
@ComplexType("DisplayParametersType")
public record DisplayParameters(
        @Wire("PresentSOC") @Range(min = 0, max = 100) @Nullable Integer presentSoc,
        @Wire("MinimumSOC") @Range(min = 0, max = 100) @Nullable Integer minimumSoc,
        @Wire("TargetSOC") @Range(min = 0, max = 100) @Nullable Integer targetSoc,
        @Wire("MaximumSOC") @Range(min = 0, max = 100) @Nullable Integer maximumSoc,
        @Wire(value = "RemainingTimeToMinimumSOC", xs = Xs.UNSIGNED_INT)
                @Nullable Long remainingTimeToMinimumSoc,
        @Wire(value = "RemainingTimeToTargetSOC", xs = Xs.UNSIGNED_INT)
                @Nullable Long remainingTimeToTargetSoc,
        @Wire(value = "RemainingTimeToMaximumSOC", xs = Xs.UNSIGNED_INT)
                @Nullable Long remainingTimeToMaximumSoc,
        @Wire("ChargingComplete") @Nullable Boolean chargingComplete,
        @Wire("BatteryEnergyCapacity") @Nullable RationalNumber batteryEnergyCapacity,
        @Wire("InletHot") @Nullable Boolean inletHot) {}
