package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Answers {@link SessionStopReq}; the car then closes the connection. */
@GlobalElement("SessionStopRes")
public record SessionStopRes(@Wire("ResponseCode") ResponseCode responseCode)
        implements Iso2Response {}
