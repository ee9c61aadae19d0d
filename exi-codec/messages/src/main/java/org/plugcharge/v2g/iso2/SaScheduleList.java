package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to three schedules for the car to choose from. */
@GlobalElement("SAScheduleList")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SaScheduleList(@Wire("SAScheduleTuple") @Occurs(max = 3) List<SaScheduleTuple> tuples)
        implements SaSchedules {

    public SaScheduleList {
        tuples = List.copyOf(tuples);
    }
}
