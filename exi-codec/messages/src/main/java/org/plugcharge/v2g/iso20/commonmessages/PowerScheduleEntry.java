package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * So many seconds with so much power (W); the first value is the whole, or phase 1 where the others
 * are given.
 */
@ComplexType("PowerScheduleEntryType")
public record PowerScheduleEntry(
        @Wire(value = "Duration", xs = Xs.UNSIGNED_INT) long duration,
        @Wire("Power") RationalNumber power,
        @Wire("Power_L2") @Nullable RationalNumber powerL2,
        @Wire("Power_L3") @Nullable RationalNumber powerL3) {}
