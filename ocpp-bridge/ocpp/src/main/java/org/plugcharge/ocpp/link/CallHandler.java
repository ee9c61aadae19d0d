package org.plugcharge.ocpp.link;

import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import java.util.concurrent.CompletionStage;

/** What a host does with the peer's calls. */
@FunctionalInterface
public interface CallHandler {

    /**
     * Answers a call with the response that belongs to the request; called on the link's executor.
     * A {@link Refusal}, thrown or as the stage's failure, becomes a CALLERROR with its code; any
     * other failure becomes InternalError.
     */
    CompletionStage<? extends Response> handle(Request<?> request);
}
