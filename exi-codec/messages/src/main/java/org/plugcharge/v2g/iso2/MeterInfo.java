package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * A meter reading in Wh since the meter was made, perhaps signed by the meter; {@code time} is in
 * seconds since 1970 (UTC).
 */
@ComplexType("MeterInfoType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record MeterInfo(
        @Wire("MeterID") @Length(max = 32) String meterId,
        @Wire(value = "MeterReading", xs = Xs.UNSIGNED_LONG) @Nullable Long reading,
        @Wire("SigMeterReading") @Length(max = 64) @Nullable Bytes signedReading,
        @Wire("MeterStatus") @Range(min = -32768, max = 32767) @Nullable Integer status,
        @Wire("TMeter") @Nullable Long time) {}
