package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Asks for the parameter sets of one service. */
@GlobalElement("ServiceDetailReq")
public record ServiceDetailReq(
        MessageHeader header, @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId)
        implements CommonRequest {}
