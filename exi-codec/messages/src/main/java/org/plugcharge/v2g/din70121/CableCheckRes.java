package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Isolation state and progress of the cable check. */
@GlobalElement("CableCheckRes")
public record CableCheckRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("DC_EVSEStatus") DcEvseStatus evseStatus,
        @Wire("EVSEProcessing") EvseProcessing processing)
        implements Din70121Response {}
