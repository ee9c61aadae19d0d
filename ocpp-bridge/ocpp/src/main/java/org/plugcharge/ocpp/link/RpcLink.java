package org.plugcharge.ocpp.link;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.rpc.CallFailure;
import org.plugcharge.ocpp.rpc.Rpc;
import org.plugcharge.ocpp.rpc.RpcErrorCode;
import org.plugcharge.ocpp.rpc.RpcInput;
import org.plugcharge.ocpp.rpc.RpcOutput;
import org.plugcharge.ocpp.rpc.RpcState;
import org.plugcharge.ocpp.v201.Action;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One OCPP connection: gives the RPC core its inputs one at a time and carries out its outputs in
 * order. Safe for use by many threads; no method blocks.
 */
public final class RpcLink {

    private final Wire wire;
    private final CallHandler handler;
    private final ScheduledExecutorService timers;
    private final Executor workers;
    private final Clock clock;
    private final Queue<RpcInput> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, Waiting> futures = new ConcurrentHashMap<>();
    private final Map<Long, ScheduledFuture<?>> deadlines = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private RpcState state;

    private record Waiting(Class<? extends Record> answer, CompletableFuture<Response> future) {}

    /**
     * A link in its first state.
     *
     * @param timers runs deadlines only
     * @param workers runs handlers and what depends on calls' futures
     */
    public RpcLink(
            RpcState opened,
            Wire wire,
            CallHandler handler,
            ScheduledExecutorService timers,
            Executor workers,
            Clock clock) {
        this.state = opened;
        this.wire = wire;
        this.handler = handler;
        this.timers = timers;
        this.workers = workers;
        this.clock = clock;
    }

    /** A text frame came. */
    public void received(String frame) {
        offer(new RpcInput.Received(frame));
    }

    /**
     * The connection is gone: calls without an answer fail with {@link CallFailure.Disconnected}.
     */
    public void closed() {
        closed = true;
        offer(new RpcInput.Closed());
    }

    /**
     * Calls the peer; the future completes with the answer or fails with {@link CallFailed}.
     *
     * @param timeout from now, the wait for earlier calls included
     */
    public <R extends Response> CompletableFuture<R> call(Request<R> request, Duration timeout) {
        Class<? extends Record> answer = Action.of(request).response();
        if (closed) {
            return CompletableFuture.failedFuture(new CallFailed(new CallFailure.Disconnected()));
        }
        long call = calls.incrementAndGet();
        CompletableFuture<Response> future = new CompletableFuture<>();
        futures.put(call, new Waiting(answer, future));
        offer(new RpcInput.Call(call, request, clock.instant().plus(timeout)));
        return typed(future);
    }

    /**
     * The class of the answer was checked when it was read, since {@link Action} binds it to the
     * request.
     */
    @SuppressWarnings("unchecked")
    private static <R extends Response> CompletableFuture<R> typed(
            CompletableFuture<Response> future) {
        return (CompletableFuture<R>) (CompletableFuture<?>) future;
    }

    private void offer(RpcInput input) {
        inbox.add(input);
        if (pending.getAndIncrement() == 0) {
            drain();
        }
    }

    private void drain() {
        int done = 1;
        while (done > 0) {
            RpcInput input = inbox.remove();
            try {
                Rpc.Step step = Rpc.step(state, input, clock.instant());
                state = step.next();
                step.outputs().forEach(this::carryOut);
            } catch (RuntimeException e) {
                wire.report("our bug in the RPC step: " + e);
            }
            done = pending.decrementAndGet();
        }
    }

    private void carryOut(RpcOutput output) {
        switch (output) {
            case RpcOutput.Send send -> wire.send(send.frame());
            case RpcOutput.Deliver deliver -> work(() -> deliver(deliver));
            case RpcOutput.Completed completed ->
                    settle(completed.call(), completed.response(), null);
            case RpcOutput.Failed failed -> settle(failed.call(), null, failed.failure());
            case RpcOutput.Arm arm -> arm(arm);
            case RpcOutput.Disarm disarm -> disarm(disarm.call());
            case RpcOutput.Report report -> wire.report(report.line());
        }
    }

    private void deliver(RpcOutput.Deliver deliver) {
        try {
            handler.handle(deliver.request())
                    .whenComplete((response, failure) -> {
                        if (failure == null) {
                            offer(new RpcInput.Answer(deliver.messageId(), response));
                        } else {
                            refuse(deliver, failure);
                        }
                    });
        } catch (RuntimeException e) {
            refuse(deliver, e);
        }
    }

    private void refuse(RpcOutput.Deliver deliver, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof Refusal refusal) {
            String text = refusal.getMessage() == null ? "" : refusal.getMessage();
            offer(new RpcInput.Refuse(deliver.messageId(), refusal.code(), text));
        } else {
            wire.report("failed on " + deliver.action().wire() + ": " + cause);
            offer(
                    new RpcInput.Refuse(
                            deliver.messageId(),
                            RpcErrorCode.INTERNAL_ERROR,
                            "an internal error occurred"));
        }
    }

    private void settle(long call, @Nullable Response response, @Nullable CallFailure failure) {
        disarm(call);
        Waiting waiting = futures.remove(call);
        if (waiting != null) {
            work(() -> {
                if (response != null) {
                    waiting.future().complete(response);
                } else if (failure != null) {
                    waiting.future().completeExceptionally(new CallFailed(failure));
                }
            });
        }
    }

    private void arm(RpcOutput.Arm arm) {
        Duration left = Duration.between(Instant.now(clock), arm.deadline());
        try {
            deadlines.put(
                    arm.call(),
                    timers.schedule(
                            () -> offer(new RpcInput.Fired(arm.call())),
                            Math.max(0, left.toMillis()),
                            TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException _) {
            offer(new RpcInput.Closed());
        }
    }

    private void disarm(long call) {
        ScheduledFuture<?> deadline = deadlines.remove(call);
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private void work(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException _) {
            task.run();
        }
    }
}
