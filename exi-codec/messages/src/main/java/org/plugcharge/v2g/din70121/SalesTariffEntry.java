package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** A price level (1 is the cheapest) and costs from the start of the interval on. */
@GlobalElement("SalesTariffEntry")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record SalesTariffEntry(
        @Wire(value = "TimeInterval", ref = true) TimeInterval timeInterval,
        @Wire(value = "EPriceLevel", xs = Xs.UNSIGNED_BYTE) int priceLevel,
        @Wire("ConsumptionCost") @Occurs(min = 0, max = Occurs.UNBOUNDED)
                List<ConsumptionCost> consumptionCosts)
        implements Entry {

    public SalesTariffEntry {
        consumptionCosts = List.copyOf(consumptionCosts);
    }
}
