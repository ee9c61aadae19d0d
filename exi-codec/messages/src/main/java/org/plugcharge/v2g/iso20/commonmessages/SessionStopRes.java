package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers SessionStopReq; the last message, unless services are chosen anew. */
@GlobalElement("SessionStopRes")
public record SessionStopRes(MessageHeader header, ResponseCode responseCode)
        implements CommonResponse {}
