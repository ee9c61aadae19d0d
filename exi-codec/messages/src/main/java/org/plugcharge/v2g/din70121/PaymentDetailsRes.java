package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * The challenge (text, not octets as in ISO 15118-2) that {@link ContractAuthenticationReq} has to
 * return; the time is in seconds since 1970 (UTC).
 */
@GlobalElement("PaymentDetailsRes")
public record PaymentDetailsRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("GenChallenge") String genChallenge,
        @Wire("DateTimeNow") long dateTimeNow)
        implements Din70121Response {}
