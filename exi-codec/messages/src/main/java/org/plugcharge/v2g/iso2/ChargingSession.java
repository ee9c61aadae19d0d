package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether a session ends for good or is to be resumed. */
@SimpleType("chargingSessionType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public enum ChargingSession {
    @WireName("Terminate")
    TERMINATE,
    @WireName("Pause")
    PAUSE
}
