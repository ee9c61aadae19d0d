package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The car confirms a meter reading of the session; sent in AC charging when the station set {@code
 * ReceiptRequired}.
 */
@GlobalElement("MeteringReceiptReq")
public record MeteringReceiptReq(
        @Attribute(value = "Id", xs = Xs.IDREF) @Nullable String id,
        @Wire(value = "SessionID", xs = Xs.HEX_BINARY) @Length(max = 8) Bytes sessionId,
        @Wire("SAScheduleTupleID") @Range(min = -32768, max = 32767)
                @Nullable Integer scheduleTupleId,
        @Wire("MeterInfo") MeterInfo meterInfo)
        implements Din70121Request {}
