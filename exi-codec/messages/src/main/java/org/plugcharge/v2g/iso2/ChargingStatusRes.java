package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
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
        @Wire("EVSEID") @Length(min = 7, max = 37) String evseId,
        @Wire(value = "SAScheduleTupleID", xs = Xs.UNSIGNED_BYTE) @Range(min = 1, max = 255)
                int scheduleTupleId,
        @Wire("EVSEMaxCurrent") @Nullable PhysicalValue maxCurrent,
        @Wire("MeterInfo") @Nullable MeterInfo meterInfo,
        @Wire("ReceiptRequired") @Nullable Boolean receiptRequired,
        @Wire("AC_EVSEStatus") AcEvseStatus evseStatus)
        implements Iso2Response {}
