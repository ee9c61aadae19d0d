package org.plugcharge.ocpp.rpc;

import org.plugcharge.ocpp.json.Problem;

/** Why a call of ours has no answer. */
public sealed interface CallFailure {

    /** The deadline passed; the peer may have worked on it or not. */
    record TimedOut() implements CallFailure {}

    /** The peer answered with a CALLERROR; {@code code} and {@code description} are its words. */
    record Refused(String code, String description) implements CallFailure {}

    /** The peer's CALLRESULT was not of the answer's shape. */
    record BadAnswer(Problem problem) implements CallFailure {}

    /** The request was never sent, because the peer would have had to refuse it. */
    record Unsendable(Problem problem) implements CallFailure {}

    /** There is no connection, or it was lost before the answer came. */
    record Disconnected() implements CallFailure {}

    /** Too many calls were waiting already. */
    record Busy() implements CallFailure {}
}
