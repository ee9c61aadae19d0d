package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Scheduled mode: what the car needs (Wh) until it leaves (seconds from now), and perhaps energy it
 * offers to feed back.
 */
@LocalElement("Scheduled_SEReqControlMode")
public record ScheduledSeReqControlMode(
        @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT) @Nullable Long departureTime,
        @Wire("EVTargetEnergyRequest") @Nullable RationalNumber targetEnergyRequest,
        @Wire("EVMaximumEnergyRequest") @Nullable RationalNumber maximumEnergyRequest,
        @Wire("EVMinimumEnergyRequest") @Nullable RationalNumber minimumEnergyRequest,
        @Wire("EVEnergyOffer") @Nullable EvEnergyOffer energyOffer)
        implements SeReqControlMode {}
