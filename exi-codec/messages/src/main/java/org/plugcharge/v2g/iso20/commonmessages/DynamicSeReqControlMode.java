package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Dynamic mode: what the car needs (Wh, percent) until it leaves (seconds from now), and what it
 * would feed back.
 */
@LocalElement("Dynamic_SEReqControlMode")
public record DynamicSeReqControlMode(
        @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT) long departureTime,
        @Wire("MinimumSOC") @Range(min = 0, max = 100) @Nullable Integer minimumSoc,
        @Wire("TargetSOC") @Range(min = 0, max = 100) @Nullable Integer targetSoc,
        @Wire("EVTargetEnergyRequest") RationalNumber targetEnergyRequest,
        @Wire("EVMaximumEnergyRequest") RationalNumber maximumEnergyRequest,
        @Wire("EVMinimumEnergyRequest") RationalNumber minimumEnergyRequest,
        @Wire("EVMaximumV2XEnergyRequest") @Nullable RationalNumber maximumV2xEnergyRequest,
        @Wire("EVMinimumV2XEnergyRequest") @Nullable RationalNumber minimumV2xEnergyRequest)
        implements SeReqControlMode {}
