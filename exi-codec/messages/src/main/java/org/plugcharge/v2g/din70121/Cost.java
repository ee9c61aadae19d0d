package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** An amount of one kind: {@code amount} times ten to the power of {@code amountMultiplier}. */
@ComplexType("CostType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record Cost(
        @Wire("costKind") CostKind kind,
        @Wire(value = "amount", xs = Xs.UNSIGNED_INT) long amount,
        @Wire("amountMultiplier") @Range(min = -3, max = 3) @Nullable Integer amountMultiplier) {}
