package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** Power limits over time, one to 1024 entries. */
@ComplexType("PMaxScheduleType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record PMaxSchedule(
        @Wire(value = "PMaxScheduleEntry", ref = true) @Occurs(max = 1024)
                List<PMaxScheduleEntry> entries) {

    public PMaxSchedule {
        entries = List.copyOf(entries);
    }
}
