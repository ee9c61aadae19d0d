package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * A meter reading: energy in Wh and VARh since the meter was made, {@code timestamp} in seconds
 * since 1970 (UTC), perhaps with the meter's own signature; in charge loop responses and in
 * SignedMeteringData.
 */
@ComplexType("MeterInfoType")
public record MeterInfo(
        @Wire("MeterID") @Length(max = 32) String meterId,
        @Wire(value = "ChargedEnergyReadingWh", xs = Xs.UNSIGNED_LONG) long chargedEnergyReading,
        @Wire(value = "BPT_DischargedEnergyReadingWh", xs = Xs.UNSIGNED_LONG)
                @Nullable Long dischargedEnergyReading,
        @Wire(value = "CapacitiveEnergyReadingVARh", xs = Xs.UNSIGNED_LONG)
                @Nullable Long capacitiveEnergyReading,
        @Wire(value = "BPT_InductiveEnergyReadingVARh", xs = Xs.UNSIGNED_LONG)
                @Nullable Long inductiveEnergyReading,
        @Wire("MeterSignature") @Length(max = 64) @Nullable Bytes signature,
        @Wire("MeterStatus") @Range(min = -32768, max = 32767) @Nullable Integer status,
        @Wire(value = "MeterTimestamp", xs = Xs.UNSIGNED_LONG) @Nullable Long timestamp) {}
