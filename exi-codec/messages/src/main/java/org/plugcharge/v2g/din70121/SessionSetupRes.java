package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The session exists from here on; its id is in the header of this message.
 *
 * <p>The EVSE id is octets, up to 32, not text as in ISO 15118-2. The time is in seconds since 1970
 * (UTC).
 */
@GlobalElement("SessionSetupRes")
public record SessionSetupRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire(value = "EVSEID", xs = Xs.HEX_BINARY) @Length(max = 32) Bytes evseId,
        @Wire("DateTimeNow") @Nullable Long dateTimeNow)
        implements Din70121Response {}
