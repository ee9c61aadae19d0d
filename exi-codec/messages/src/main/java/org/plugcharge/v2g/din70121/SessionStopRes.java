package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Confirms that the session has ended; the last message of a connection. */
@GlobalElement("SessionStopRes")
public record SessionStopRes(@Wire("ResponseCode") ResponseCode responseCode)
        implements Din70121Response {}
