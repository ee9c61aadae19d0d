package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** Prices over time; signed by the eMSP's Sub-CA 2 where the {@code Id} is present. */
@ComplexType("SalesTariffType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SalesTariff(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire(value = "SalesTariffID", xs = Xs.UNSIGNED_BYTE) @Range(min = 1, max = 255)
                int salesTariffId,
        @Wire("SalesTariffDescription") @Length(max = 32) @Nullable String description,
        @Wire(value = "NumEPriceLevels", xs = Xs.UNSIGNED_BYTE) @Nullable Integer priceLevels,
        @Wire(value = "SalesTariffEntry", ref = true) @Occurs(max = 1024)
                List<SalesTariffEntry> entries) {

    public SalesTariff {
        entries = List.copyOf(entries);
    }
}
