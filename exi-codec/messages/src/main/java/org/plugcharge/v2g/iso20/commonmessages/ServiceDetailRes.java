package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers ServiceDetailReq: the parameter sets among which the car can choose. */
@GlobalElement("ServiceDetailRes")
public record ServiceDetailRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ServiceParameterList") ServiceParameterList serviceParameterList)
        implements CommonResponse {}
