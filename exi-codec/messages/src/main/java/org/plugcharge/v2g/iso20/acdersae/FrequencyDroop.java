package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * How active power follows frequencies that are too high or too low; on or off, with a priority
 * among the functions. The schema has a global element of this name, which no message is.
 */
@GlobalElement("FrequencyDroop")
public record FrequencyDroop(
        @Wire("Enable") boolean enable,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_SHORT) @Nullable Integer priority,
        @Wire("OverFrequencyDroop") @Nullable FrequencyDroopSettings overFrequencyDroop,
        @Wire("UnderFrequencyDroop") @Nullable FrequencyDroopSettings underFrequencyDroop) {}
