package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Asks to check the isolation of the cable, repeated while the answer is Ongoing. */
@GlobalElement("DC_CableCheckReq")
public record DcCableCheckReq(MessageHeader header) implements DcRequest {}
