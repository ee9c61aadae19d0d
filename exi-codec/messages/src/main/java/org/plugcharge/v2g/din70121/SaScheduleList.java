package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One or more schedules for the car to choose from. */
@GlobalElement("SAScheduleList")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record SaScheduleList(
        @Wire("SAScheduleTuple") @Occurs(max = Occurs.UNBOUNDED) List<SaScheduleTuple> tuples)
        implements SaSchedules {

    public SaScheduleList {
        tuples = List.copyOf(tuples);
    }
}
