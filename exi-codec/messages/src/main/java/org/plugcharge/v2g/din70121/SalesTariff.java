package org.plugcharge.v2g.din70121;

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

/** Prices over time; always with the {@code Id} by which a signature would refer to it. */
@ComplexType("SalesTariffType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record SalesTariff(
        @Attribute(value = "Id", xs = Xs.IDREF) String id,
        @Wire("SalesTariffID") @Range(min = -32768, max = 32767) int salesTariffId,
        @Wire("SalesTariffDescription") @Length(max = 32) @Nullable String description,
        @Wire(value = "NumEPriceLevels", xs = Xs.UNSIGNED_BYTE) int priceLevels,
        @Wire(value = "SalesTariffEntry", ref = true) @Occurs(max = Occurs.UNBOUNDED)
                List<SalesTariffEntry> entries) {

    public SalesTariff {
        entries = List.copyOf(entries);
    }
}
