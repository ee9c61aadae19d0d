package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Answers {@link MeteringReceiptReq}, with the status of the AC station. */
@GlobalElement("MeteringReceiptRes")
public record MeteringReceiptRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("AC_EVSEStatus") AcEvseStatus evseStatus)
        implements Din70121Response {}
