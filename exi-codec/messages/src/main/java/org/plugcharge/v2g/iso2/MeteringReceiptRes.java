package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Answers {@link MeteringReceiptReq}; {@code FAILED_MeteringSignatureNotValid} for a wrong
 * signature [V2G2-481].
 */
@GlobalElement("MeteringReceiptRes")
public record MeteringReceiptRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire(value = "EVSEStatus", ref = true) EvseStatus evseStatus)
        implements Iso2Response {}
