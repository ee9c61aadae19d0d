package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Asks how the driver can be authorized at this station. */
@GlobalElement("AuthorizationSetupReq")
public record AuthorizationSetupReq(MessageHeader header) implements CommonRequest {}
