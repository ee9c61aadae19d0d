package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * Asks to be authorized, repeated while the answer is Ongoing; for Plug &amp; Charge the mode is
 * signed with the contract key and the header holds the signature.
 */
@GlobalElement("AuthorizationReq")
public record AuthorizationReq(
        MessageHeader header,
        @Wire("SelectedAuthorizationService") Authorization selectedAuthorizationService,
        AReqAuthorizationMode authorizationMode)
        implements CommonRequest {}
