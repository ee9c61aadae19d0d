package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * A schedule the car may choose: what it can draw and what that costs, and for bidirectional
 * charging what it can feed back.
 */
@ComplexType("ScheduleTupleType")
public record ScheduleTuple(
        @Wire(value = "ScheduleTupleID", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                long scheduleTupleId,
        @Wire("ChargingSchedule") ChargingSchedule chargingSchedule,
        @Wire("DischargingSchedule") @Nullable ChargingSchedule dischargingSchedule) {}
