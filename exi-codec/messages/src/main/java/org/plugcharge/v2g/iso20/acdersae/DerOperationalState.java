package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the inverter works. */
@SimpleType("derOperationalStateType")
public enum DerOperationalState {
    @WireName("On")
    ON,
    @WireName("Off")
    OFF
}
