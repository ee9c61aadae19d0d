package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the station is connected to the public grid. */
@SimpleType("gridConnectionModeType")
public enum GridConnectionMode {
    @WireName("GridConnected")
    GRID_CONNECTED,
    @WireName("GridIslanded")
    GRID_ISLANDED
}
