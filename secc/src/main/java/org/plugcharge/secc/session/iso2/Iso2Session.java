package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Lock;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.SessionStopRes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole session: {@link #begin} and then {@link #step} for each input. */
public final class Iso2Session {

    private Iso2Session() {}

    /** The state after supportedAppProtocol agreed on ISO 15118-2. */
    public static State begin(Iso2Station station) {
        return begin(station, Optional.empty());
    }

    /** The same; a vehicle may come back to the session it paused. */
    public static State begin(Iso2Station station, Optional<PausedSession> paused) {
        return begin(station, paused, Optional.empty());
    }

    /** The same; a vehicle whose contract was refused may come back. */
    public static State begin(
            Iso2Station station, Optional<PausedSession> paused, Optional<FailedContract> failed) {
        return new AwaitSessionSetup(
                new Session(station, Session.NONE, Optional.empty(), Bytes.EMPTY, false),
                paused,
                failed);
    }

    /** What {@code input} leads to; total: there is no input for which a state has no answer. */
    public static Step step(State state, Input input, Now now) {
        return switch (state) {
            case Closed closed -> Step.to(closed);
            case Ending ending -> ending.happened(input, now);
            case State open ->
                    FailedContract.noted(open, timed(openStep(open, input, now), input, now), now);
        };
    }

    private static Step openStep(State state, Input input, Now now) {
        return switch (input) {
            case Input.Received received -> received(state, received, now);
            case Input.LinkLost lost -> close(state, lost.reason(), EndReason.VEHICLE_LOST, now);
            case Input.HardwareChanged changed -> hardwareChanged(state, changed, now);
            case Input.Fired(Timer timer) when timer == Timer.SEQUENCE ->
                    close(
                            state,
                            "no request for " + Timer.SEQUENCE.duration().toSeconds() + " s",
                            EndReason.VEHICLE_LOST,
                            now);
            case Input.Fired(Timer timer) when timer == Timer.COMMUNICATION_SETUP ->
                    close(state, "no SessionSetupReq in time", EndReason.VEHICLE_LOST, now);
            case Input.Fired fired -> state.happened(fired, now);
            case Input.Authorized authorized -> state.happened(authorized, now);
            case Input.Installed installed -> state.happened(installed, now);
            case Input.Scheduled scheduled -> state.happened(scheduled, now);
            case Input.RenegotiationRequested wish -> state.happened(wish, now);
            case Input.StopRequested stop -> stopRequested(state, stop, now);
        };
    }

    private static Step received(State state, Input.Received received, Now now) {
        if (!(received.message().body().element() instanceof Iso2Request request)) {
            return close(
                    state,
                    "expected a request, got " + received.message().body(),
                    EndReason.FAULT,
                    now);
        }
        if (!state.expected().contains(request.getClass())) {
            return sequenceError(state, request, now);
        }
        boolean first = state instanceof AwaitSessionSetup;
        if (!first && !received.message().header().sessionId().equals(state.session().id())) {
            return refuse(
                    state,
                    request,
                    ResponseCode.FAILED_UNKNOWN_SESSION,
                    "the session id is not the one of this session",
                    now);
        }
        boolean early =
                request instanceof SessionStopReq
                        && !(state instanceof AwaitSessionStop)
                        && !(state instanceof Interrupted);
        return early ? endedEarly(state, now) : state.received(request, received, now);
    }

    /** A vehicle may end the session in every phase before energy flows. */
    private static Step endedEarly(State state, Now now) {
        List<Output> outputs = new ArrayList<>(safe(state, EndReason.VEHICLE, now));
        outputs.addFirst(state.session().send(new SessionStopRes(ResponseCode.OK)));
        outputs.add(Session.arm(Timer.LINGER, now));
        return new Step(
                new Ending(
                        state.session(),
                        "the vehicle ended the session before energy flowed",
                        true),
                outputs);
    }

    /** Judged before the session id, as the conformance tests of ISO 15118-4 ask. */
    private static Step sequenceError(State state, Iso2Request request, Now now) {
        String expected =
                state.expected().stream()
                        .map(Class::getSimpleName)
                        .sorted()
                        .collect(Collectors.joining(" or "));
        String reason =
                "expected "
                        + (expected.isEmpty() ? "no request" : expected)
                        + ", got "
                        + request.getClass().getSimpleName();
        return refuse(state, request, ResponseCode.FAILED_SEQUENCE_ERROR, reason, now);
    }

    private static Step hardwareChanged(State state, Input.HardwareChanged changed, Now now) {
        if (!now.evse().pilot().connected()) {
            return close(
                    state,
                    "the vehicle is no longer plugged in (pilot " + now.evse().pilot() + ")",
                    EndReason.VEHICLE_LOST,
                    now);
        }
        if (state instanceof State.Flowing flowing && now.evse().fault() != Fault.NONE) {
            return interrupt(flowing, reason(now.evse().fault()), now);
        }
        if (state instanceof State.Flowing flowing && now.evse().lock() == Lock.UNLOCKED) {
            return interrupt(flowing, EndReason.FAULT, now);
        }
        if (state instanceof State.Flowing flowing && !now.evse().pilot().ready()) {
            return interrupt(
                    flowing, flowing.stopping() ? EndReason.STATION : EndReason.VEHICLE, now);
        }
        if (state instanceof State.Preparing preparing && preparing.begun() && !mayPrepare(now)) {
            return Step.to(
                    new Unready(
                            state, "pilot " + now.evse().pilot() + ", fault " + now.evse().fault()),
                    new Output.Command(new EvseCommand.OpenContactor()));
        }
        return state.happened(changed, now);
    }

    /**
     * Before energy flows the vehicle hears of the stop with the answer that is due, or the next;
     * later it is asked to stop.
     */
    private static Step stopRequested(State state, Input.StopRequested stop, Now now) {
        String reason = "the station was asked to stop";
        return switch (state) {
            case AwaitPilot leaving when leaving.wanted() == AwaitPilot.Wanted.RELEASED ->
                    Step.to(leaving);
            case State.Pending pending ->
                    refuse(state, pending.request(), ResponseCode.FAILED, reason, now);
            case State.Preparing _ ->
                    Step.to(
                            new Unready(state, reason),
                            new Output.Command(new EvseCommand.OpenContactor()));
            case AwaitServiceDiscovery _,
                    AwaitPaymentSelection _,
                    AwaitPaymentDetails _,
                    AwaitChargeParameters _,
                    AwaitSchedules _,
                    AwaitAcPowerStart _ ->
                    Step.to(new Unready(state, reason));
            case State other -> other.happened(stop, now);
        };
    }

    private static boolean mayPrepare(Now now) {
        return now.evse().pilot().ready() && now.evse().fault() == Fault.NONE;
    }

    private static EndReason reason(Fault fault) {
        return fault == Fault.EMERGENCY_STOP ? EndReason.EMERGENCY_STOP : EndReason.FAULT;
    }

    /** The contactor opens at once; the vehicle hears of it with the next answer. */
    private static Step interrupt(State.Flowing state, EndReason reason, Now now) {
        return Step.to(
                new Interrupted(state.session(), state.choice()),
                new Output.Command(new EvseCommand.OpenContactor()),
                new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), reason)));
    }

    /** Every answer starts the wait for the next request; every request ends it. */
    private static Step timed(Step step, Input input, Now now) {
        if (step.next() instanceof Ending || step.next() instanceof Closed) {
            return step;
        }
        if (step.sends()) {
            return step.and(Session.arm(Timer.SEQUENCE, now));
        }
        return input instanceof Input.Received ? step.and(new Output.Disarm(Timer.SEQUENCE)) : step;
    }

    /** Answers with a FAILED code, makes the outlet safe, and waits for the vehicle to leave. */
    static Step refuse(
            State state, Iso2Request request, ResponseCode code, String reason, Now now) {
        Output answer = state.session().send(Refusals.answer(request, code, state.session(), now));
        List<Output> outputs = new ArrayList<>(safe(state, EndReason.FAULT, now));
        outputs.addFirst(answer);
        outputs.add(Session.arm(Timer.LINGER, now));
        return new Step(new Ending(state.session(), code + ": " + reason, false), outputs);
    }

    /** Makes the outlet safe and ends the connection. */
    static Step close(State state, String reason, EndReason endReason, Now now) {
        List<Output> outputs = new ArrayList<>(safe(state, endReason, now));
        outputs.add(new Output.Tell(new ChargingEvent.Disconnected(now.at())));
        outputs.add(new Output.Close(reason, false));
        return new Step(new Closed(state.session(), reason), outputs);
    }

    /** What leaving {@code state} takes: an open contactor, and an end for every beginning. */
    static List<Output> safe(State state, EndReason reason, Now now) {
        List<Output> outputs = new ArrayList<>();
        if (state instanceof State.Live) {
            outputs.add(new Output.Command(new EvseCommand.OpenContactor()));
        }
        if (state instanceof State.Energised) {
            outputs.add(new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), reason)));
        }
        outputs.addAll(List.of(unlock(now)));
        for (Timer timer : Timer.values()) {
            outputs.add(new Output.Disarm(timer));
        }
        return outputs;
    }

    /** Lets the plug go, where it is held. */
    static Output[] unlock(Now now) {
        return now.evse().lock() == Lock.LOCKED
                ? new Output[] {new Output.Command(new EvseCommand.UnlockConnector())}
                : new Output[0];
    }
}
