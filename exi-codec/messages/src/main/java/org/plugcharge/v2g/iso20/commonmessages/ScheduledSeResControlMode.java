package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** Scheduled mode: up to three schedules, of which the car chooses one. */
@LocalElement("Scheduled_SEResControlMode")
public record ScheduledSeResControlMode(
        @Wire("ScheduleTuple") @Occurs(max = 3) List<ScheduleTuple> scheduleTuples)
        implements SeResControlMode {

    public ScheduledSeResControlMode {
        scheduleTuples = List.copyOf(scheduleTuples);
    }
}
