package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** A schedule: the power the car may draw over time and, perhaps, what it costs. */
@ComplexType("SAScheduleTupleType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SaScheduleTuple(
        @Wire(value = "SAScheduleTupleID", xs = Xs.UNSIGNED_BYTE) @Range(min = 1, max = 255) int id,
        @Wire("PMaxSchedule") PMaxSchedule pMaxSchedule,
        @Wire("SalesTariff") @Nullable SalesTariff salesTariff) {}
