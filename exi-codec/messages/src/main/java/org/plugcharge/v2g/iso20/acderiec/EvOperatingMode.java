package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the car's inverter follows the grid or forms one. */
@SimpleType("evOperatingModeType")
public enum EvOperatingMode {
    @WireName("GridFollowing")
    GRID_FOLLOWING,
    @WireName("GridForming")
    GRID_FORMING
}
