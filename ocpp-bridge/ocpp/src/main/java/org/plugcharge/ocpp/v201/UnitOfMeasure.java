package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;
import org.plugcharge.ocpp.json.Range;

/** Unit of a value and the power of ten it is to be multiplied with; absent means Wh and 0. */
public record UnitOfMeasure(
        @Length(20) @Nullable String unit,
        @Range(min = -30, max = 30) @Nullable Integer multiplier) {}
