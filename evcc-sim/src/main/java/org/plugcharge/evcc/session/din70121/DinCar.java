package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.din70121.Stage.Awaiting;
import org.plugcharge.evcc.session.din70121.Stage.Paused;
import org.plugcharge.evcc.session.din70121.Stage.Working;
import org.plugcharge.evcc.session.din70121.State.Active;
import org.plugcharge.evcc.session.din70121.State.Done;
import org.plugcharge.evcc.session.din70121.State.Idle;

import java.time.Duration;

/**
 * A car's side of a session by DIN SPEC 70121 as one pure function.
 *
 * <p>The host takes one input, calls {@link #step}, carries out the outputs in order, and takes the
 * next. Contactors may answer at any time later; the sequence performance timer ends the session if
 * they do not, and contactors that close too late are opened again.
 */
public final class DinCar {

    private DinCar() {}

    /** What follows from this input in this state. */
    public static Step step(State state, Input input, Now now) {
        return switch (state) {
            case Idle idle -> idle(idle, input, now);
            case Active active -> active(active, input, now);
            case Done done -> done(done, input);
        };
    }

    /** Nothing follows the end, but contactors that close too late are opened again. */
    private static Step done(Done done, Input input) {
        return input instanceof Input.ContactorsMoved moved && moved.closed()
                ? Step.to(done, new Output.MoveContactors(false))
                : Step.stay(done);
    }

    private static Step idle(Idle idle, Input input, Now now) {
        return switch (input) {
            case Input.Begin _ -> Preparation.begin(idle.plan(), now);
            case Input.StopRequested _ -> Moves.done(new Ending.Completed(StopCause.DRIVER));
            case Input.PilotFault _ -> Moves.done(new Ending.Failed(new Failure.PilotFault()));
            case Input.Unplugged _ -> Moves.done(new Ending.Failed(new Failure.Unplugged()));
            case Input.LinkLost(String reason) ->
                    Moves.done(new Ending.Failed(new Failure.LinkLost(reason)));
            case Input.OwnFault(String reason) ->
                    Moves.done(new Ending.Failed(new Failure.OwnFault(reason)));
            case Input.Received _, Input.Garbled _, Input.Fired _, Input.ContactorsMoved _ ->
                    Step.stay(idle);
        };
    }

    private static Step active(Active active, Input input, Now now) {
        return switch (input) {
            case Input.Begin _ -> Step.stay(active);
            case Input.Received(var message) -> Answers.take(active, message, now);
            case Input.Garbled(String reason) ->
                    Moves.breakOff(active, new Failure.Garbled(reason));
            case Input.Fired(Timer timer) -> fired(active, timer, now);
            case Input.ContactorsMoved(boolean closed) -> contactorsMoved(active, closed, now);
            case Input.OwnFault(String reason) -> unable(active, new Failure.OwnFault(reason), now);
            case Input.StopRequested _ -> stopRequested(active, now);
            case Input.PilotFault _ -> Moves.breakOff(active, new Failure.PilotFault());
            case Input.Unplugged _ -> Moves.breakOff(active, new Failure.Unplugged());
            case Input.LinkLost(String reason) ->
                    Moves.breakOff(active, new Failure.LinkLost(reason));
        };
    }

    private static Step contactorsMoved(Active active, boolean closed, Now now) {
        return switch (active.stage()) {
            case Stage.ClosingContactors closing when closed ->
                    Charging.contactorsClosed(active.session(), closing, now);
            case Stage.OpeningContactors opening when !closed ->
                    Charging.contactorsOpened(active.session(), opening, now);
            case Stage _ when closed -> Step.to(active, new Output.MoveContactors(false));
            case Stage _ -> Step.stay(active);
        };
    }

    private static Step stopRequested(Active active, Now now) {
        Session session = active.session().wishingToStop();
        return switch (active.stage()) {
            case Paused paused ->
                    Moves.stopWhileIdle(session, paused.next(), now)
                            .after(new Output.Disarm(Timer.PACE));
            case Awaiting _, Working _ -> Step.stay(new Active(session, active.stage()));
        };
    }

    private static Step unable(Active active, Failure failure, Now now) {
        return switch (active.stage()) {
            case Working working -> Moves.giveUpWhileIdle(active.session(), working, failure, now);
            case Awaiting _, Paused _ -> Moves.breakOff(active, failure);
        };
    }

    private static Step fired(Active active, Timer timer, Now now) {
        return switch (timer) {
            case MESSAGE -> noAnswer(active);
            case PACE ->
                    active.stage() instanceof Paused paused
                            ? Moves.ask(active.session(), paused.next(), paused.request(), now)
                            : Step.stay(active);
            case SEQUENCE_PERFORMANCE ->
                    active.stage() instanceof Working
                            ? unable(
                                    active, new Failure.OwnFault("its own work took too long"), now)
                            : Step.stay(active);
            case COMMUNICATION_SETUP -> tooSlow(active, Timeouts.COMMUNICATION_SETUP, now);
            case READY_TO_CHARGE -> tooSlow(active, Timeouts.READY_TO_CHARGE, now);
            case CABLE_CHECK -> tooSlow(active, Timeouts.CABLE_CHECK, now);
            case PRE_CHARGE -> tooSlow(active, Timeouts.PRE_CHARGE, now);
        };
    }

    private static Step noAnswer(Active active) {
        return active.stage() instanceof Awaiting awaiting
                ? Moves.breakOff(
                        active,
                        new Failure.NoAnswer(
                                awaiting.expected(),
                                active.session().plan().pace().stretched(limit(awaiting))))
                : Step.stay(active);
    }

    private static Duration limit(Awaiting awaiting) {
        return awaiting instanceof Stage.AwaitCurrentDemand ? Timeouts.CHARGE_LOOP : Timeouts.USUAL;
    }

    /**
     * While a request is out nothing more may be said, so the session breaks off; else it ends in
     * order.
     */
    private static Step tooSlow(Active active, Duration limit, Now now) {
        Failure failure = new Failure.TooSlow(active.phase(), limit);
        return switch (active.stage()) {
            case Awaiting _ -> Moves.breakOff(active, failure);
            case Paused _ ->
                    Moves.leave(active.session(), failure, now)
                            .after(new Output.Disarm(Timer.PACE));
            case Working working -> Moves.giveUpWhileIdle(active.session(), working, failure, now);
        };
    }
}
