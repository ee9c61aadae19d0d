package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** State of a DC station. */
@SimpleType("DC_EVSEStatusCodeType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum DcEvseStatusCode {
    @WireName("EVSE_NotReady")
    NOT_READY,
    @WireName("EVSE_Ready")
    READY,
    @WireName("EVSE_Shutdown")
    SHUTDOWN,
    @WireName("EVSE_UtilityInterruptEvent")
    UTILITY_INTERRUPT_EVENT,
    @WireName("EVSE_IsolationMonitoringActive")
    ISOLATION_MONITORING_ACTIVE,
    @WireName("EVSE_EmergencyShutdown")
    EMERGENCY_SHUTDOWN,
    @WireName("EVSE_Malfunction")
    MALFUNCTION,
    @WireName("Reserved_8")
    RESERVED_8,
    @WireName("Reserved_9")
    RESERVED_9,
    @WireName("Reserved_A")
    RESERVED_A,
    @WireName("Reserved_B")
    RESERVED_B,
    @WireName("Reserved_C")
    RESERVED_C
}
