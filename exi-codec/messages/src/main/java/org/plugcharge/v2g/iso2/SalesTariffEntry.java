package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/**
 * A relative price level (1 is the cheapest) and up to three costs from the start of the interval
 * on.
 */
@GlobalElement("SalesTariffEntry")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SalesTariffEntry(
        @Wire(value = "TimeInterval", ref = true) TimeInterval timeInterval,
        @Wire(value = "EPriceLevel", xs = Xs.UNSIGNED_BYTE) @Nullable Integer priceLevel,
        @Wire("ConsumptionCost") @Occurs(min = 0, max = 3) List<ConsumptionCost> consumptionCosts)
        implements Entry {

    public SalesTariffEntry {
        consumptionCosts = List.copyOf(consumptionCosts);
    }
}
