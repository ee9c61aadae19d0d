package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.SessionStopRes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole session: {@link #begin} and then {@link #step} for each input. */
public final class Din70121Session {

    /** V2G_SECC_CPOscillator_Retain_Time: from SessionStopRes on. */
    static final Duration OSCILLATOR_RETAIN = Duration.ofMillis(1_500);

    private Din70121Session() {}

    /** The state after supportedAppProtocol agreed on DIN SPEC 70121. */
    public static State begin(DinStation station) {
        return new AwaitSessionSetup(new Session(station, Session.NONE, false));
    }

    /** What {@code input} leads to; total: there is no input for which a state has no answer. */
    public static Step step(State state, Input input, Now now) {
        return switch (state) {
            case Closed closed -> Step.to(closed);
            case Ending ending -> ending.happened(input, now);
            case State open -> timed(openStep(open, input, now), input, now);
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
            case Input.Scheduled scheduled -> state.happened(scheduled, now);
            case Input.SchedulesChanged changed -> state.happened(changed, now);
            case Input.StopRequested _ -> Step.to(state.in(state.session().stop()));
        };
    }

    private static Step received(State state, Input.Received received, Now now) {
        if (!(received.message().body().element() instanceof Din70121Request request)) {
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
                    now); // [V2G-DC-391]
        }
        return request instanceof SessionStopReq
                ? stopped(state, now)
                : state.received(request, now);
    }

    /** A vehicle may end the session in every phase in which no energy flows. */
    private static Step stopped(State state, Now now) {
        boolean early = !(state instanceof AwaitSessionStop) && !(state instanceof Interrupted);
        List<Output> outputs = new ArrayList<>(safe(state, EndReason.VEHICLE, now));
        outputs.addFirst(state.session().send(new SessionStopRes(ResponseCode.OK)));
        outputs.add(new Output.Command(new EvseCommand.StopOscillator(OSCILLATOR_RETAIN)));
        outputs.add(Session.arm(Timer.LINGER, now));
        return new Step(
                new Ending(
                        state.session(),
                        early
                                ? "the vehicle ended the session before energy flowed"
                                : "the vehicle ended the session",
                        true),
                outputs);
    }

    /** Judged before the session id, as ISO 15118-4 asks of the younger protocols. */
    private static Step sequenceError(State state, Din70121Request request, Now now) {
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
        return refuse(
                state, request, ResponseCode.FAILED_SEQUENCE_ERROR, reason, now); // [V2G-DC-390]
    }

    private static Step hardwareChanged(State state, Input.HardwareChanged changed, Now now) {
        EvseReading evse = now.evse();
        if (!evse.pilot().connected()) {
            return close(
                    state,
                    "the vehicle is no longer plugged in (pilot " + evse.pilot() + ")",
                    EndReason.VEHICLE_LOST,
                    now);
        }
        if (state instanceof State.Watched watched) {
            Optional<EndReason> reason = hindrance(evse);
            if (reason.isPresent()) {
                return interrupt(watched, reason.get(), now);
            }
        }
        return state.happened(changed, now);
    }

    /** Why energy may not flow, or not go on to. */
    static Optional<EndReason> hindrance(EvseReading evse) {
        if (evse.fault() == Fault.EMERGENCY_STOP) {
            return Optional.of(EndReason.EMERGENCY_STOP);
        }
        if (evse.fault() != Fault.NONE || evse.isolation() == Isolation.FAULT) {
            return Optional.of(EndReason.FAULT);
        }
        return evse.pilot().ready() ? Optional.empty() : Optional.of(EndReason.VEHICLE);
    }

    /** The contactor opens at once; the vehicle hears of it with the next answer. */
    static Step interrupt(State.Watched state, EndReason reason, Now now) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Command(new EvseCommand.OpenContactor()));
        if (state instanceof State.Energised) {
            outputs.add(new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), reason)));
        }
        outputs.add(new Output.Disarm(Timer.CABLE_CHECK));
        outputs.add(new Output.Disarm(Timer.PRE_CHARGE));
        return new Step(new Interrupted(state.session(), state.expected(), reason), outputs);
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

    /**
     * Answers with a FAILED code, makes the outlet safe, stops the oscillator without delay, and
     * waits for the vehicle to leave [V2G-DC-665].
     */
    static Step refuse(
            State state, Din70121Request request, ResponseCode code, String reason, Now now) {
        Output answer = state.session().send(Refusals.answer(request, code, state.session(), now));
        List<Output> outputs = new ArrayList<>(safe(state, endReason(now), now));
        outputs.addFirst(answer);
        outputs.add(new Output.Command(new EvseCommand.StopOscillator(Duration.ZERO)));
        outputs.add(Session.arm(Timer.LINGER, now));
        return new Step(new Ending(state.session(), code + ": " + reason, false), outputs);
    }

    private static EndReason endReason(Now now) {
        return now.evse().fault() == Fault.EMERGENCY_STOP
                ? EndReason.EMERGENCY_STOP
                : EndReason.FAULT;
    }

    /** Makes the outlet safe and ends the connection. */
    static Step close(State state, String reason, EndReason endReason, Now now) {
        List<Output> outputs = new ArrayList<>(safe(state, endReason, now));
        outputs.add(new Output.Tell(new ChargingEvent.Disconnected(now.at())));
        outputs.add(new Output.Close(reason, false));
        return new Step(new Closed(state.session(), reason), outputs);
    }

    /** What leaving {@code state} takes: an open contactor, and an end for every beginning. */
    private static List<Output> safe(State state, EndReason reason, Now now) {
        List<Output> outputs = new ArrayList<>();
        if (state instanceof State.Live) {
            outputs.add(new Output.Command(new EvseCommand.OpenContactor()));
        }
        if (state instanceof State.Energised) {
            outputs.add(new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), reason)));
        }
        for (Timer timer : Timer.values()) {
            outputs.add(new Output.Disarm(timer));
        }
        return outputs;
    }
}
