package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** The event was taken; a verdict on the token if it came with one. */
public record TransactionEventResponse(
        @Nullable BigDecimal totalCost,
        @Nullable Integer chargingPriority,
        @Nullable IdTokenInfo idTokenInfo,
        @Nullable MessageContent updatedPersonalMessage)
        implements Response {}
