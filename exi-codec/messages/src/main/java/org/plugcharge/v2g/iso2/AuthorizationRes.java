package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Says whether the station has finished authorising, or is still waiting. */
@GlobalElement("AuthorizationRes")
public record AuthorizationRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("EVSEProcessing") EvseProcessing processing)
        implements Iso2Response {}
