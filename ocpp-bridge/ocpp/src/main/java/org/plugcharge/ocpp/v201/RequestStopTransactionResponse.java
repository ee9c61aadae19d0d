package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether it will end. */
public record RequestStopTransactionResponse(
        RequestStartStopStatus status, @Nullable StatusInfo statusInfo) implements Response {}
