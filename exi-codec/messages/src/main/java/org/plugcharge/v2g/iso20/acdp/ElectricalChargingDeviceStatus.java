package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Electrical state of a charging device, named like the states of the control pilot. */
@SimpleType("electricalChargingDeviceStatusType")
public enum ElectricalChargingDeviceStatus {
    @WireName("State_A")
    STATE_A,
    @WireName("State_B")
    STATE_B,
    @WireName("State_C")
    STATE_C,
    @WireName("State_D")
    STATE_D
}
