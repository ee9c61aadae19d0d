package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** An amount of one kind, times ten to the multiplier. */
public record Cost(CostKind costKind, int amount, @Nullable Integer amountMultiplier) {}
