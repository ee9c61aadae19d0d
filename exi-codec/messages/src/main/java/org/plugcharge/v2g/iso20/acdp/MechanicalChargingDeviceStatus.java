package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Where the moving part of an automated connection device is. */
@SimpleType("mechanicalChargingDeviceStatusType")
public enum MechanicalChargingDeviceStatus {
    @WireName("Home")
    HOME,
    @WireName("Moving")
    MOVING,
    @WireName("EndPosition")
    END_POSITION
}
