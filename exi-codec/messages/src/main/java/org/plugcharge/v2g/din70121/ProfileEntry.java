package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** The most power (W, 16 bits) the car draws from {@code start} (seconds from now) on. */
@ComplexType("ProfileEntryType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ProfileEntry(
        @Wire(value = "ChargingProfileEntryStart", xs = Xs.UNSIGNED_INT) long start,
        @Wire("ChargingProfileEntryMaxPower") @Range(min = -32768, max = 32767) int maxPower) {}
