package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the station has finished what it was asked for. */
@SimpleType("EVSEProcessingType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum EvseProcessing {
    @WireName("Finished")
    FINISHED,
    @WireName("Ongoing")
    ONGOING
}
