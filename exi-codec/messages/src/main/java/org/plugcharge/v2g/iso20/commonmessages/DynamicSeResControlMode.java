package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Dynamic mode: what the station will steer towards (seconds from now, percent), and perhaps the
 * price.
 */
@LocalElement("Dynamic_SEResControlMode")
public record DynamicSeResControlMode(
        @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT) @Nullable Long departureTime,
        @Wire("MinimumSOC") @Range(min = 0, max = 100) @Nullable Integer minimumSoc,
        @Wire("TargetSOC") @Range(min = 0, max = 100) @Nullable Integer targetSoc,
        @Nullable PriceSchedule priceSchedule)
        implements SeResControlMode {}
