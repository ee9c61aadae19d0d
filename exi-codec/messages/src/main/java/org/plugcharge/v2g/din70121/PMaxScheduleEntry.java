package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/** The most power (W, 16 bits) the car may draw from the start of the interval on. */
@GlobalElement("PMaxScheduleEntry")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record PMaxScheduleEntry(
        @Wire(value = "TimeInterval", ref = true) TimeInterval timeInterval,
        @Wire("PMax") @Range(min = -32768, max = 32767) int pMax)
        implements Entry {}
