package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers VehicleCheckOutReq. */
@GlobalElement("VehicleCheckOutRes")
public record VehicleCheckOutRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSECheckOutStatus") EvseCheckOutStatus checkOutStatus)
        implements CommonResponse {}
