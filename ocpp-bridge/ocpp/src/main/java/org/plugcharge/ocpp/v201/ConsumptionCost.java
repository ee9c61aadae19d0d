package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Size;

import java.math.BigDecimal;
import java.util.List;

/** Costs from a consumption on. */
public record ConsumptionCost(BigDecimal startValue, @Size(min = 1, max = 3) List<Cost> cost) {
    /** Copies its lists. */
    public ConsumptionCost {
        cost = List.copyOf(cost);
    }
}
