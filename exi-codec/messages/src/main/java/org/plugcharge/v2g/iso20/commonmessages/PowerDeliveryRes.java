package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.EvseStatus;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers PowerDeliveryReq, once the contactors are as asked. */
@GlobalElement("PowerDeliveryRes")
public record PowerDeliveryRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEStatus") @Nullable EvseStatus evseStatus)
        implements CommonResponse {}
