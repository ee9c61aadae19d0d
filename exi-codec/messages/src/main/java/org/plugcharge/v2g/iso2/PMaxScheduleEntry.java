package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** The most power (W) the car may draw from the start of the interval on. */
@GlobalElement("PMaxScheduleEntry")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record PMaxScheduleEntry(
        @Wire(value = "TimeInterval", ref = true) TimeInterval timeInterval,
        @Wire("PMax") PhysicalValue pMax)
        implements Entry {}
