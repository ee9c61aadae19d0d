package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the inverter is connected to the grid. */
@SimpleType("derConnectionStatusType")
public enum DerConnectionStatus {
    @WireName("Disconnected")
    DISCONNECTED,
    @WireName("Connected")
    CONNECTED
}
