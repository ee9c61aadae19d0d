package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/** A schedule: the power the car may draw over time and, perhaps, what it costs. */
@ComplexType("SAScheduleTupleType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record SaScheduleTuple(
        @Wire("SAScheduleTupleID") @Range(min = -32768, max = 32767) int id,
        @Wire("PMaxSchedule") PMaxSchedule pMaxSchedule,
        @Wire("SalesTariff") @Nullable SalesTariff salesTariff) {}
