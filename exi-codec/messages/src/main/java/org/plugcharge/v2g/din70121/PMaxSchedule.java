package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** Power limits over time, one or more, with the number of the schedule. */
@ComplexType("PMaxScheduleType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record PMaxSchedule(
        @Wire("PMaxScheduleID") @Range(min = -32768, max = 32767) int id,
        @Wire(value = "PMaxScheduleEntry", ref = true) @Occurs(max = Occurs.UNBOUNDED)
                List<PMaxScheduleEntry> entries) {

    public PMaxSchedule {
        entries = List.copyOf(entries);
    }
}
