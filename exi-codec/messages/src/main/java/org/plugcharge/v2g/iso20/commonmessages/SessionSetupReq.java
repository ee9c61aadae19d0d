package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * Opens a session, or joins a paused one by its id in the header (zero asks for a new one); {@code
 * evccId} is the car's own identifier.
 */
@GlobalElement("SessionSetupReq")
public record SessionSetupReq(
        MessageHeader header, @Wire("EVCCID") @Length(max = 255) String evccId)
        implements CommonRequest {}
