package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * Ends or pauses the session, or goes back to the choice of services; perhaps with the car's reason
 * as code and text.
 */
@GlobalElement("SessionStopReq")
public record SessionStopReq(
        MessageHeader header,
        @Wire("ChargingSession") ChargingSession chargingSession,
        @Wire("EVTerminationCode") @Length(max = 80) @Nullable String terminationCode,
        @Wire("EVTerminationExplanation") @Length(max = 160)
                @Nullable String terminationExplanation)
        implements CommonRequest {}
