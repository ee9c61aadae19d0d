package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/**
 * Answers {@link SessionSetupReq}: a new session id in the header with {@code
 * OK_NewSessionEstablished}, or the old one with {@code OK_OldSessionJoined} [V2G2-750].
 *
 * <p>The EVSE id has 7 to 37 characters; the time stamp is in seconds since 1970 (UTC).
 */
@GlobalElement("SessionSetupRes")
public record SessionSetupRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("EVSEID") @Length(min = 7, max = 37) String evseId,
        @Wire("EVSETimeStamp") @Nullable Long timeStamp)
        implements Iso2Response {}
