package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** Is a transaction going on, and are messages of it (absent: of any) still queued? */
public record GetTransactionStatusRequest(@Length(36) @Nullable String transactionId)
        implements Request<GetTransactionStatusResponse> {}
