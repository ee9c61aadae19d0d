package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Scheduled mode: the schedule the profile follows, and whether the car keeps to its tolerance. */
@LocalElement("Scheduled_EVPPTControlMode")
public record ScheduledEvpptControlMode(
        @Wire(value = "SelectedScheduleTupleID", xs = Xs.UNSIGNED_INT)
                @Range(min = 1, max = 4294967295L)
                long selectedScheduleTupleId,
        @Wire("PowerToleranceAcceptance")
                @Nullable PowerToleranceAcceptance powerToleranceAcceptance)
        implements EvpptControlMode {}
