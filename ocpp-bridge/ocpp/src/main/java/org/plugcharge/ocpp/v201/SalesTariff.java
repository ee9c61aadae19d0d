package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;
import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** The tariff that goes with a schedule to the vehicle. */
public record SalesTariff(
        int id,
        @Length(32) @Nullable String salesTariffDescription,
        @Nullable Integer numEPriceLevels,
        @Size(min = 1, max = 1024) List<SalesTariffEntry> salesTariffEntry) {
    /** Copies its lists. */
    public SalesTariff {
        salesTariffEntry = List.copyOf(salesTariffEntry);
    }
}
