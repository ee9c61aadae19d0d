package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The car confirms a meter reading, signed with the contract key; sent when the station set {@code
 * ReceiptRequired}.
 */
@GlobalElement("MeteringReceiptReq")
public record MeteringReceiptReq(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire(value = "SessionID", xs = Xs.HEX_BINARY) @Length(max = 8) Bytes sessionId,
        @Wire(value = "SAScheduleTupleID", xs = Xs.UNSIGNED_BYTE) @Range(min = 1, max = 255)
                @Nullable Integer scheduleTupleId,
        @Wire("MeterInfo") MeterInfo meterInfo)
        implements Iso2Request {}
