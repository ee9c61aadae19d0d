package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Length;

/** Ends a transaction from afar. */
public record RequestStopTransactionRequest(@Length(36) String transactionId)
        implements Request<RequestStopTransactionResponse> {}
