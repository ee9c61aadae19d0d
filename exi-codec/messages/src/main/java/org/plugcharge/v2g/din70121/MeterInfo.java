package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/**
 * A meter and what it shows: reading with its unit (Wh), perhaps signed (up to 32 octets); {@code
 * time} is in seconds since 1970 (UTC).
 */
@ComplexType("MeterInfoType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record MeterInfo(
        @Wire("MeterID") @Length(max = 32) String meterId,
        @Wire("MeterReading") @Nullable PhysicalValue reading,
        @Wire("SigMeterReading") @Length(max = 32) @Nullable Bytes signedReading,
        @Wire("MeterStatus") @Range(min = -32768, max = 32767) @Nullable Integer status,
        @Wire("TMeter") @Nullable Long time) {}
