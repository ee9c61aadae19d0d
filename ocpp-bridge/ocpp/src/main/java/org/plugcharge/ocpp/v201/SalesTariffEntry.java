package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Range;
import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** Price level or costs of one interval. */
public record SalesTariffEntry(
        RelativeTimeInterval relativeTimeInterval,
        @Range(min = 0) @Nullable Integer ePriceLevel,
        @Size(min = 1, max = 3) @Nullable List<ConsumptionCost> consumptionCost) {
    /** Copies its lists. */
    public SalesTariffEntry {
        consumptionCost = consumptionCost == null ? null : List.copyOf(consumptionCost);
    }
}
