package org.plugcharge.ocpp.link;

import org.plugcharge.ocpp.rpc.CallFailure;

import java.io.Serial;

/** A call of ours has no answer; how a call's future fails. */
public final class CallFailed extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient CallFailure failure;

    CallFailed(CallFailure failure) {
        super(failure.toString(), null, false, false);
        this.failure = failure;
    }

    /** Why. */
    public CallFailure failure() {
        return failure;
    }
}
