package org.plugcharge.ocpp.rpc;

import org.plugcharge.ocpp.json.Problem;
import org.plugcharge.ocpp.v201.Action;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

/** What a text frame turned out to be. */
sealed interface Frame {

    /** A CALL with a payload of its action's shape. */
    record Call(String messageId, Action action, Request<?> request) implements Frame {}

    /** A CALLRESULT to the call in flight. */
    record Result(String messageId, Response response) implements Frame {}

    /** A CALLRESULT to the call in flight whose payload is not of the answer's shape. */
    record BadResult(String messageId, Problem problem) implements Frame {}

    /** A CALLERROR. */
    record Refusal(String messageId, String code, String description) implements Frame {}

    /** A CALLRESULT to no call in flight: late, or a stranger. */
    record Unexpected(String messageId) implements Frame {}

    /**
     * A CALL, or nothing at all, that has to be answered with a CALLERROR; the id is -1 where none
     * could be read.
     */
    record Bad(String messageId, RpcErrorCode code, String description) implements Frame {}
}
