package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/**
 * Who drives the car to its parking space: the car itself, the driver guided by the car, the driver
 * alone.
 */
@SimpleType("parkingMethodType")
public enum ParkingMethod {
    @WireName("AutoParking")
    AUTO_PARKING,
    @WireName("MVGuideManual")
    MV_GUIDE_MANUAL,
    @WireName("Manual")
    MANUAL
}
