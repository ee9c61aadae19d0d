package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Power over time from {@code timeAnchor} (seconds since 1970, UTC); perhaps the energy available
 * (Wh) and the tolerance (W) the car has to keep to.
 */
@ComplexType("PowerScheduleType")
public record PowerSchedule(
        @Wire(value = "TimeAnchor", xs = Xs.UNSIGNED_LONG) long timeAnchor,
        @Wire("AvailableEnergy") @Nullable RationalNumber availableEnergy,
        @Wire("PowerTolerance") @Nullable RationalNumber powerTolerance,
        @Wire("PowerScheduleEntries") PowerScheduleEntryList entries) {}
