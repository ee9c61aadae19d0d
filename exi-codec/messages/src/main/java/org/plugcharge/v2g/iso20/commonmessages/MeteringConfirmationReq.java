package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Confirms a meter reading of the charge loop by the car's signature, which is in the header. */
@GlobalElement("MeteringConfirmationReq")
public record MeteringConfirmationReq(
        MessageHeader header, @Wire("SignedMeteringData") SignedMeteringData signedMeteringData)
        implements CommonRequest {}
