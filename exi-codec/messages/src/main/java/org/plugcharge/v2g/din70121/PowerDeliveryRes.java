package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Confirms that the energy flow was switched as asked in {@link PowerDeliveryReq}. */
@GlobalElement("PowerDeliveryRes")
public record PowerDeliveryRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire(value = "EVSEStatus", ref = true) EvseStatus evseStatus)
        implements Din70121Response {}
