package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers ServiceSelectionReq. */
@GlobalElement("ServiceSelectionRes")
public record ServiceSelectionRes(MessageHeader header, ResponseCode responseCode)
        implements CommonResponse {}
