package org.plugcharge.ocpp.v201;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One measured value. */
public record SampledValue(
        BigDecimal value,
        @Nullable ReadingContext context,
        @Nullable Measurand measurand,
        @Nullable Phase phase,
        @Nullable Location location,
        @Nullable SignedMeterValue signedMeterValue,
        @Nullable UnitOfMeasure unitOfMeasure) {}
