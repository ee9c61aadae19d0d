package org.plugcharge.ocpp.rpc;

import org.plugcharge.ocpp.json.BadPayload;
import org.plugcharge.ocpp.v201.Action;
import org.plugcharge.ocpp.v201.Response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The RPC layer of OCPP-J as a pure step: state and input in, state and outputs out.
 *
 * <p>Outgoing calls go one at a time; the next is sent when the one before is answered, refused or
 * past its deadline. An answer that comes after its deadline is dropped. Incoming: a frame that is
 * no CALL gets a CALLERROR, a CALL whose message id came before with the same words gets the same
 * answer again, with other words a refusal.
 */
public final class Rpc {

    private Rpc() {}

    /** The next state and what the host has to do, in order. */
    public record Step(RpcState next, List<RpcOutput> outputs) {

        /** Copies its list. */
        public Step {
            outputs = List.copyOf(outputs);
        }

        static Step to(RpcState next, RpcOutput... outputs) {
            return new Step(next, List.of(outputs));
        }
    }

    /** One step at the time {@code now}. */
    public static Step step(RpcState state, RpcInput input, Instant now) {
        return switch (input) {
            case RpcInput.Received received -> received(state, received.frame());
            case RpcInput.Call call -> call(state, call, now);
            case RpcInput.Answer answer -> answer(state, answer);
            case RpcInput.Refuse refuse ->
                    reply(
                            state,
                            refuse.messageId(),
                            FrameWriter.error(
                                    refuse.messageId(), refuse.code(), refuse.description()));
            case RpcInput.Fired fired -> fired(state, fired.call());
            case RpcInput.Closed _ -> closed(state);
        };
    }

    private static Step received(RpcState state, String text) {
        return switch (FrameReader.read(text, state)) {
            case Frame.Call call -> delivered(state, call, text);
            case Frame.Result result -> finished(state, result.response());
            case Frame.BadResult bad -> failed(state, new CallFailure.BadAnswer(bad.problem()));
            case Frame.Refusal error -> refused(state, error);
            case Frame.Unexpected late ->
                    Step.to(
                            state,
                            new RpcOutput.Report("answer to no call, id=" + late.messageId()));
            case Frame.Bad bad -> rejected(state, bad, text);
        };
    }

    private static Step delivered(RpcState state, Frame.Call call, String text) {
        String id = call.messageId();
        Optional<Step> again = seenBefore(state, id, text);
        if (again.isPresent()) {
            return again.get();
        }
        if (state.working().size() >= state.limits().incoming()) {
            return sendError(
                    state,
                    id,
                    RpcErrorCode.PROTOCOL_ERROR,
                    "too many calls without waiting for an answer");
        }
        List<RpcState.Working> working = new ArrayList<>(state.working());
        working.add(new RpcState.Working(id, text));
        return Step.to(
                state.withWorking(working),
                new RpcOutput.Deliver(id, call.action(), call.request()));
    }

    /** What to do with a message id that came before; a fresh one is empty. */
    private static Optional<Step> seenBefore(RpcState state, String id, String text) {
        Optional<RpcState.Answered> answered = state.answered(id);
        if (answered.isPresent()) {
            return Optional.of(
                    answered.get().frame().equals(text)
                            ? Step.to(
                                    state,
                                    new RpcOutput.Report(
                                            "call came again, answered again, id=" + id),
                                    new RpcOutput.Send(answered.get().answer()))
                            : sendError(
                                    state,
                                    id,
                                    RpcErrorCode.RPC_FRAMEWORK_ERROR,
                                    "message id was used before"));
        }
        return state.workingOn(id)
                .map(_ ->
                        Step.to(
                                state,
                                new RpcOutput.Report(
                                        "call came again while it is worked on, id=" + id)));
    }

    private static Step rejected(RpcState state, Frame.Bad bad, String text) {
        Optional<Step> again = seenBefore(state, bad.messageId(), text);
        return again.orElseGet(
                () -> sendError(state, bad.messageId(), bad.code(), bad.description()));
    }

    private static Step sendError(
            RpcState state, String id, RpcErrorCode code, String description) {
        return Step.to(
                state,
                new RpcOutput.Report(
                        "refused frame, id="
                                + id
                                + " code="
                                + code.wire()
                                + " reason="
                                + description),
                new RpcOutput.Send(FrameWriter.error(id, code, description)));
    }

    private static Step refused(RpcState state, Frame.Refusal error) {
        RpcState.InFlight inFlight = state.inFlight();
        if (inFlight == null || !inFlight.messageId().equals(error.messageId())) {
            return Step.to(
                    state,
                    new RpcOutput.Report(
                            "CALLERROR to no call, code="
                                    + error.code()
                                    + " text="
                                    + error.description()));
        }
        return failed(state, new CallFailure.Refused(error.code(), error.description()));
    }

    private static Step finished(RpcState state, Response response) {
        return settled(state, call -> new RpcOutput.Completed(call, response));
    }

    private static Step failed(RpcState state, CallFailure failure) {
        return settled(state, call -> new RpcOutput.Failed(call, failure));
    }

    private static Step settled(
            RpcState state, java.util.function.LongFunction<RpcOutput> outcome) {
        RpcState.InFlight inFlight = state.inFlight();
        if (inFlight == null) {
            throw new IllegalStateException("an answer was matched to no call");
        }
        List<RpcOutput> outputs = new ArrayList<>();
        outputs.add(new RpcOutput.Disarm(inFlight.call()));
        outputs.add(outcome.apply(inFlight.call()));
        return sendNext(state.withInFlight(null), outputs);
    }

    private static Step call(RpcState state, RpcInput.Call call, Instant now) {
        if (!call.deadline().isAfter(now)) {
            return Step.to(state, new RpcOutput.Failed(call.call(), new CallFailure.TimedOut()));
        }
        if (state.waiting().size() >= state.limits().waiting()) {
            return Step.to(state, new RpcOutput.Failed(call.call(), new CallFailure.Busy()));
        }
        List<RpcState.Waiting> waiting = new ArrayList<>(state.waiting());
        waiting.add(new RpcState.Waiting(call.call(), call.request()));
        List<RpcOutput> outputs = new ArrayList<>();
        outputs.add(new RpcOutput.Arm(call.call(), call.deadline()));
        return sendNext(state.withWaiting(waiting), outputs);
    }

    /** Sends the call that waited longest, unless one is in flight. */
    private static Step sendNext(RpcState state, List<RpcOutput> outputs) {
        RpcState now = state;
        while (now.inFlight() == null && !now.waiting().isEmpty()) {
            RpcState.Waiting first = now.waiting().getFirst();
            now = now.withWaiting(now.waiting().subList(1, now.waiting().size()));
            String id = now.idPrefix() + "-" + now.sent();
            Action action = Action.of(first.request());
            try {
                outputs.add(new RpcOutput.Send(FrameWriter.call(id, action, first.request())));
                now = now.sending(new RpcState.InFlight(first.call(), id, action));
            } catch (BadPayload e) {
                outputs.add(new RpcOutput.Disarm(first.call()));
                outputs.add(
                        new RpcOutput.Failed(
                                first.call(), new CallFailure.Unsendable(e.problem())));
            }
        }
        return new Step(now, outputs);
    }

    private static Step answer(RpcState state, RpcInput.Answer answer) {
        try {
            return reply(
                    state,
                    answer.messageId(),
                    FrameWriter.result(answer.messageId(), answer.response()));
        } catch (BadPayload e) {
            Step step =
                    reply(
                            state,
                            answer.messageId(),
                            FrameWriter.error(
                                    answer.messageId(),
                                    RpcErrorCode.INTERNAL_ERROR,
                                    "no valid answer"));
            List<RpcOutput> outputs = new ArrayList<>(step.outputs());
            outputs.add(new RpcOutput.Report("our own answer is invalid: " + e.problem()));
            return new Step(step.next(), outputs);
        }
    }

    private static Step reply(RpcState state, String id, String frame) {
        Optional<RpcState.Working> call = state.workingOn(id);
        if (call.isEmpty()) {
            return Step.to(
                    state,
                    new RpcOutput.Report("answer for a call that is not worked on, id=" + id));
        }
        List<RpcState.Working> working = new ArrayList<>(state.working());
        working.remove(call.get());
        List<RpcState.Answered> answered = new ArrayList<>(state.answered());
        answered.add(new RpcState.Answered(id, call.get().frame(), frame));
        if (answered.size() > state.limits().remembered()) {
            answered.removeFirst();
        }
        return Step.to(
                state.withWorking(working).withAnswered(answered), new RpcOutput.Send(frame));
    }

    private static Step fired(RpcState state, long call) {
        RpcOutput timedOut = new RpcOutput.Failed(call, new CallFailure.TimedOut());
        RpcState.InFlight inFlight = state.inFlight();
        if (inFlight != null && inFlight.call() == call) {
            return sendNext(state.withInFlight(null), new ArrayList<>(List.of(timedOut)));
        }
        List<RpcState.Waiting> waiting = new ArrayList<>(state.waiting());
        return waiting.removeIf(w -> w.call() == call)
                ? Step.to(state.withWaiting(waiting), timedOut)
                : Step.to(state);
    }

    private static Step closed(RpcState state) {
        List<RpcOutput> outputs = new ArrayList<>();
        RpcState.InFlight inFlight = state.inFlight();
        if (inFlight != null) {
            outputs.add(new RpcOutput.Disarm(inFlight.call()));
            outputs.add(new RpcOutput.Failed(inFlight.call(), new CallFailure.Disconnected()));
        }
        for (RpcState.Waiting waiting : state.waiting()) {
            outputs.add(new RpcOutput.Disarm(waiting.call()));
            outputs.add(new RpcOutput.Failed(waiting.call(), new CallFailure.Disconnected()));
        }
        return new Step(
                state.withInFlight(null).withWaiting(List.of()).withWorking(List.of()), outputs);
    }
}
