package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The most power (W) the car draws from {@code start} (seconds from now) on, and on how many phases
 * (1 to 3).
 */
@ComplexType("ProfileEntryType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ProfileEntry(
        @Wire(value = "ChargingProfileEntryStart", xs = Xs.UNSIGNED_INT) long start,
        @Wire("ChargingProfileEntryMaxPower") PhysicalValue maxPower,
        @Wire("ChargingProfileEntryMaxNumberOfPhasesInUse") @Range(min = 1, max = 3)
                @Nullable Integer phases) {}
