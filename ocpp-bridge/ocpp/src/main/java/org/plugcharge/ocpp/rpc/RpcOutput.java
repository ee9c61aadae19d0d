package org.plugcharge.ocpp.rpc;

import org.plugcharge.ocpp.v201.Action;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import java.time.Instant;

/** What the host of a connection has to do. */
public sealed interface RpcOutput {

    /** Send a text frame. */
    record Send(String frame) implements RpcOutput {}

    /** The peer calls: answer with {@link RpcInput.Answer} or {@link RpcInput.Refuse}. */
    record Deliver(String messageId, Action action, Request<?> request) implements RpcOutput {}

    /** A call of ours was answered; the answer is of the class that belongs to the request. */
    record Completed(long call, Response response) implements RpcOutput {}

    /** A call of ours failed. */
    record Failed(long call, CallFailure failure) implements RpcOutput {}

    /** Say {@link RpcInput.Fired} at the deadline. */
    record Arm(long call, Instant deadline) implements RpcOutput {}

    /** The deadline is no longer needed. */
    record Disarm(long call) implements RpcOutput {}

    /** Something a log should have: the peer said what it should not. */
    record Report(String line) implements RpcOutput {}
}
