package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Ends the session, for good or to resume it later. The last request of every session. */
@GlobalElement("SessionStopReq")
public record SessionStopReq(@Wire("ChargingSession") ChargingSession chargingSession)
        implements Iso2Request {}
