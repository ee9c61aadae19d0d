package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What SessionStopReq makes of the session. */
@SimpleType("chargingSessionType")
public enum ChargingSession {
    @WireName("Pause")
    PAUSE,
    @WireName("Terminate")
    TERMINATE,
    @WireName("ServiceRenegotiation")
    SERVICE_RENEGOTIATION
}
