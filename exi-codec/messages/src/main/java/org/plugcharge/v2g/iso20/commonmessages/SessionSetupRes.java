package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * Answers SessionSetupReq with the session's id in the header and the identifier of the charging
 * point.
 */
@GlobalElement("SessionSetupRes")
public record SessionSetupRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEID") @Length(max = 255) String evseId)
        implements CommonResponse {}
