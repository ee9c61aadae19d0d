package org.plugcharge.ocpp.rpc;

import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import java.time.Instant;

/** What can happen to one connection. */
public sealed interface RpcInput {

    /** A text frame came. */
    record Received(String frame) implements RpcInput {}

    /**
     * We want to call; {@code call} is the host's own number for it, {@code deadline} counts
     * waiting for the turn too.
     */
    record Call(long call, Request<?> request, Instant deadline) implements RpcInput {}

    /** The answer to a call that was delivered. */
    record Answer(String messageId, Response response) implements RpcInput {}

    /**
     * A call that was delivered cannot be answered; {@code description} goes to the peer and holds
     * nothing secret.
     */
    record Refuse(String messageId, RpcErrorCode code, String description) implements RpcInput {}

    /** The deadline of a call of ours has come. */
    record Fired(long call) implements RpcInput {}

    /** The connection is gone. */
    record Closed() implements RpcInput {}
}
