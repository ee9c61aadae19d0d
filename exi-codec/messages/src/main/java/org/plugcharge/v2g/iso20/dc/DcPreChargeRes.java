package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers DC_PreChargeReq with the voltage at the outlet, V. */
@GlobalElement("DC_PreChargeRes")
public record DcPreChargeRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEPresentVoltage") RationalNumber presentVoltage)
        implements DcResponse {}
