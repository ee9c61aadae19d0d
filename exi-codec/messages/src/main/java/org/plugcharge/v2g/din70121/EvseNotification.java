package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What the station asks of the car. */
@SimpleType("EVSENotificationType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum EvseNotification {
    @WireName("None")
    NONE,
    @WireName("StopCharging")
    STOP_CHARGING,
    @WireName("ReNegotiation")
    RENEGOTIATION
}
