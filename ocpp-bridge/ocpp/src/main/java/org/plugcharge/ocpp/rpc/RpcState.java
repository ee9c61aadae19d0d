package org.plugcharge.ocpp.rpc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.v201.Action;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Role;

import java.util.List;
import java.util.Optional;

/**
 * One connection as the RPC layer sees it; a fresh one for every WebSocket.
 *
 * @param idPrefix what makes this connection's message ids its own; random, at most 20 characters
 * @param sent how many CALLs were sent
 */
public record RpcState(
        Role role,
        RpcLimits limits,
        String idPrefix,
        long sent,
        @Nullable InFlight inFlight,
        List<Waiting> waiting,
        List<Working> working,
        List<Answered> answered) {

    /** A call of ours that was sent. */
    record InFlight(long call, String messageId, Action action) {}

    /** A call of ours that waits for its turn. */
    record Waiting(long call, Request<?> request) {}

    /** A call of the peer that is worked on. */
    record Working(String messageId, String frame) {}

    /** A call of the peer that was answered. */
    record Answered(String messageId, String frame, String answer) {}

    /** Copies its lists. */
    public RpcState {
        waiting = List.copyOf(waiting);
        working = List.copyOf(working);
        answered = List.copyOf(answered);
    }

    /** A connection just opened, where we are {@code role}. */
    public static RpcState opened(Role role, RpcLimits limits, String idPrefix) {
        if (idPrefix.length() > 20) {
            throw new IllegalArgumentException("message id prefix longer than 20 characters");
        }
        return new RpcState(role, limits, idPrefix, 0, null, List.of(), List.of(), List.of());
    }

    /** How many calls of ours have no answer yet. */
    public int outstanding() {
        return waiting.size() + (inFlight == null ? 0 : 1);
    }

    Optional<Working> workingOn(String messageId) {
        return working.stream().filter(w -> w.messageId().equals(messageId)).findFirst();
    }

    Optional<Answered> answered(String messageId) {
        return answered.stream().filter(a -> a.messageId().equals(messageId)).findFirst();
    }

    RpcState withInFlight(@Nullable InFlight next) {
        return new RpcState(role, limits, idPrefix, sent, next, waiting, working, answered);
    }

    RpcState sending(InFlight next) {
        return new RpcState(role, limits, idPrefix, sent + 1, next, waiting, working, answered);
    }

    RpcState withWaiting(List<Waiting> next) {
        return new RpcState(role, limits, idPrefix, sent, inFlight, next, working, answered);
    }

    RpcState withWorking(List<Working> next) {
        return new RpcState(role, limits, idPrefix, sent, inFlight, waiting, next, answered);
    }

    RpcState withAnswered(List<Answered> next) {
        return new RpcState(role, limits, idPrefix, sent, inFlight, waiting, working, next);
    }
}
