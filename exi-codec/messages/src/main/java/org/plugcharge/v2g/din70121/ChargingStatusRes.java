package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The state of an AC charge: current limit (A), meter, and whether a {@link MeteringReceiptReq} is
 * wanted.
 */
@GlobalElement("ChargingStatusRes")
public record ChargingStatusRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire(value = "EVSEID", xs = Xs.HEX_BINARY) @Length(max = 32) Bytes evseId,
        @Wire("SAScheduleTupleID") @Range(min = -32768, max = 32767) int scheduleTupleId,
        @Wire("EVSEMaxCurrent") @Nullable PhysicalValue maxCurrent,
        @Wire("MeterInfo") @Nullable MeterInfo meterInfo,
        @Wire("ReceiptRequired") boolean receiptRequired,
        @Wire("AC_EVSEStatus") AcEvseStatus evseStatus)
        implements Din70121Response {}
