package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** One measured value. */
public record SampledValue(
        BigDecimal value,
        @Nullable ReadingContext context,
        @Nullable Measurand measurand,
        @Nullable Phase phase,
        @Nullable Location location,
        @Nullable SignedMeterValue signedMeterValue,
        @Nullable UnitOfMeasure unitOfMeasure) {}
