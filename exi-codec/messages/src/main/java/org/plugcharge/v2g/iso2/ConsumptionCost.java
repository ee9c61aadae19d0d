package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** What energy costs from a certain power on, in one to three kinds. */
@ComplexType("ConsumptionCostType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ConsumptionCost(
        @Wire("startValue") PhysicalValue startValue,
        @Wire("Cost") @Occurs(max = 3) List<Cost> costs) {

    public ConsumptionCost {
        costs = List.copyOf(costs);
    }
}
