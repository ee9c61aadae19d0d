package org.plugcharge.ocpp.link;

import org.plugcharge.ocpp.rpc.RpcErrorCode;

import java.io.Serial;

/** A call is answered with a CALLERROR; the message goes to the peer. */
public final class Refusal extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final RpcErrorCode code;

    /** Refuses with {@code code} and a description that holds nothing secret. */
    public Refusal(RpcErrorCode code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    /** The code on the wire. */
    public RpcErrorCode code() {
        return code;
    }
}
