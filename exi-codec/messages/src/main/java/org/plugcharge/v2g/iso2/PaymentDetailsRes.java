package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/**
 * The station's verdict on the contract chain and the 16 octets the car has to sign in {@link
 * AuthorizationReq}.
 *
 * <p>The time stamp is in seconds since 1970 (UTC).
 */
@GlobalElement("PaymentDetailsRes")
public record PaymentDetailsRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("GenChallenge") @Length(min = 16, max = 16) Bytes genChallenge,
        @Wire("EVSETimeStamp") long timeStamp)
        implements Iso2Response {}
