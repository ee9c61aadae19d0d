package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** The state of the transaction and of the queue. */
public record GetTransactionStatusResponse(
        @Nullable Boolean ongoingIndicator, boolean messagesInQueue) implements Response {}
