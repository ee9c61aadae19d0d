package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Scheduled mode: the schedule that was chosen. */
@LocalElement("Scheduled_SMDTControlMode")
public record ScheduledSmdtControlMode(
        @Wire(value = "SelectedScheduleTupleID", xs = Xs.UNSIGNED_INT)
                @Range(min = 1, max = 4294967295L)
                long selectedScheduleTupleId)
        implements SmdtControlMode {}
