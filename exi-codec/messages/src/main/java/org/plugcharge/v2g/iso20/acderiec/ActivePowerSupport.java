package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/** How active power follows frequency and voltage; used in {@link DerControl}. */
@ComplexType("ActivePowerSupportType")
public record ActivePowerSupport(
        @Wire("UnderFrequencyWatt") @Nullable FrequencyWatt underFrequencyWatt,
        @Wire("OverFrequencyWatt") @Nullable FrequencyWatt overFrequencyWatt,
        @Wire("VoltWatt") @Nullable VoltWatt voltWatt) {}
