package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** What energy costs from a certain consumption on, in kinds. */
@ComplexType("ConsumptionCostType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ConsumptionCost(
        @Wire(value = "startValue", xs = Xs.UNSIGNED_INT) long startValue,
        @Wire("Cost") @Occurs(min = 0, max = Occurs.UNBOUNDED) List<Cost> costs) {

    public ConsumptionCost {
        costs = List.copyOf(costs);
    }
}
