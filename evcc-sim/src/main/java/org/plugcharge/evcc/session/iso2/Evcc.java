package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Stage.Awaiting;
import org.plugcharge.evcc.session.iso2.Stage.Paused;
import org.plugcharge.evcc.session.iso2.Stage.Working;
import org.plugcharge.evcc.session.iso2.State.Active;
import org.plugcharge.evcc.session.iso2.State.Done;
import org.plugcharge.evcc.session.iso2.State.Idle;

/**
 * A car's side of an ISO 15118-2 session as one pure function.
 *
 * <p>The host takes one input, calls {@link #step}, carries out the outputs in order, and takes the
 * next. The answer to a question (sign, open, move contactors) may come at any time later; the
 * sequence performance timer ends the session if none comes, and an answer that comes too late is
 * ignored (contactors that close too late are opened again).
 */
public final class Evcc {

    private Evcc() {}

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
            case Input.Begin begin -> Setup.begin(idle.plan(), begin, now);
            case Input.StopRequested _ -> Moves.done(new Ending.Completed(StopCause.DRIVER));
            case Input.Unplugged _ -> Moves.done(new Ending.Failed(new Failure.Unplugged()));
            case Input.PilotFault _ -> Moves.done(new Ending.Failed(new Failure.PilotFault()));
            case Input.LinkLost lost ->
                    Moves.done(new Ending.Failed(new Failure.LinkLost(lost.reason())));
            case Input.OwnFault fault ->
                    Moves.done(new Ending.Failed(new Failure.OwnFault(fault.reason())));
            case Input.Handshake _,
                    Input.Received _,
                    Input.Garbled _,
                    Input.Fired _,
                    Input.Signed _,
                    Input.ContractOpened _,
                    Input.ContractRefused _,
                    Input.TariffsJudged _,
                    Input.ContactorsMoved _ ->
                    Step.stay(idle);
        };
    }

    private static Step active(Active active, Input input, Now now) {
        Session session = active.session();
        return switch (input) {
            case Input.Handshake handshake -> Answers.handshake(active, handshake.response(), now);
            case Input.Received received -> Answers.take(active, received.message(), now);
            case Input.Garbled garbled ->
                    Moves.breakOff(active, new Failure.Garbled(garbled.reason()));
            case Input.Fired fired -> Timers.fired(active, fired.timer(), now);
            case Input.StopRequested _ -> stopRequested(active, now);
            case Input.Unplugged _ -> Moves.breakOff(active, new Failure.Unplugged());
            case Input.PilotFault _ -> Moves.breakOff(active, new Failure.PilotFault());
            case Input.LinkLost lost -> Moves.breakOff(active, new Failure.LinkLost(lost.reason()));
            case Input.OwnFault fault -> ownFault(active, fault, now);
            case Input.Signed signed ->
                    switch (active.stage()) {
                        case Stage.SigningInstallation signing ->
                                Payment.installationSigned(session, signing, signed, now);
                        case Stage.SigningAuthorization signing ->
                                Payment.authorizationSigned(session, signing, signed, now);
                        case Stage.SigningReceipt signing ->
                                Charging.receiptSigned(session, signing, signed, now);
                        case Stage _ -> Step.stay(active);
                    };
            case Input.ContractOpened opened ->
                    switch (active.stage()) {
                        case Stage.OpeningContract opening ->
                                Payment.opened(session, opening, opened.contract(), now);
                        case Stage _ -> Step.stay(active);
                    };
            case Input.ContractRefused refused ->
                    switch (active.stage()) {
                        case Stage.OpeningContract _ ->
                                Payment.notOpened(session, refused.reason(), now);
                        case Stage _ -> Step.stay(active);
                    };
            case Input.TariffsJudged judged ->
                    switch (active.stage()) {
                        case Stage.JudgingTariffs judging ->
                                Preparation.tariffsJudged(session, judging, judged.flaw(), now);
                        case Stage _ -> Step.stay(active);
                    };
            case Input.ContactorsMoved moved -> contactorsMoved(active, moved.closed(), now);
            case Input.Begin _ -> Step.stay(active);
        };
    }

    private static Step contactorsMoved(Active active, boolean closed, Now now) {
        Session session = active.session();
        return switch (active.stage()) {
            case Stage.ClosingContactors closing when closed ->
                    Charging.contactorsClosed(session, closing, now);
            case Stage.OpeningContactors opening when !closed ->
                    Charging.contactorsOpened(session, opening, now);
            case Stage.OpeningForCableCheck opening when !closed ->
                    Preparation.openedForCableCheck(session, opening, now);
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

    private static Step ownFault(Active active, Input.OwnFault fault, Now now) {
        Failure failure = new Failure.OwnFault(fault.reason());
        return switch (active.stage()) {
            case Working working -> Moves.giveUpWhileIdle(active.session(), working, failure, now);
            case Awaiting _, Paused _ -> Moves.breakOff(active, failure);
        };
    }
}
