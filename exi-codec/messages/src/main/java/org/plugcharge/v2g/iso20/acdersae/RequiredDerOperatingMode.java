package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the car's inverter has to follow the grid or to form one. */
@SimpleType("requiredDEROperatingModeType")
public enum RequiredDerOperatingMode {
    @WireName("GridFollowing")
    GRID_FOLLOWING,
    @WireName("GridForming")
    GRID_FORMING
}
