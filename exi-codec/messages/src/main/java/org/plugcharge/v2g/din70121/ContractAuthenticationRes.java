package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Says whether the station has finished authorising, or is still waiting. */
@GlobalElement("ContractAuthenticationRes")
public record ContractAuthenticationRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("EVSEProcessing") EvseProcessing processing)
        implements Din70121Response {}
