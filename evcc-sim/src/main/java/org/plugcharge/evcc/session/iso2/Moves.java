package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Stage.Awaiting;
import org.plugcharge.evcc.session.iso2.Stage.Working;
import org.plugcharge.evcc.session.iso2.State.Active;
import org.plugcharge.evcc.session.iso2.State.Done;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.xmldsig.Signature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The moves that all phases share: ask, wait a moment, work, and the three ways out. */
final class Moves {

    private Moves() {}

    /** Sends a request and waits for its answer. */
    static Step ask(Session session, Awaiting next, Iso2Request request, Now now) {
        return send(session, next, V2gMessage.of(session.id(), request), request, now);
    }

    /** Sends a signed request and waits for its answer. */
    static Step askSigned(
            Session session, Awaiting next, Iso2Request request, Signature signature, Now now) {
        return send(
                session, next, V2gMessage.signed(session.id(), signature, request), request, now);
    }

    private static Step send(
            Session session, Awaiting next, V2gMessage message, Iso2Request request, Now now) {
        return Step.to(
                new Active(session, next),
                new Output.Send(message),
                new Output.Arm(
                        Timer.MESSAGE,
                        now.plus(session.plan().pace().stretched(Timeouts.of(request)))));
    }

    /** Sends a request of a loop a moment later. */
    static Step askLater(
            Session session, Awaiting next, Iso2Request request, Duration rest, Now now) {
        return Step.to(
                new Active(session, new Stage.Paused(next, request)),
                new Output.Arm(Timer.PACE, now.plus(rest)));
    }

    /** Asks the host for something and waits, as long as a car may take before its next request. */
    static Step work(Session session, Working next, Output question, Now now) {
        return Step.to(
                new Active(session, next),
                question,
                new Output.Arm(
                        Timer.SEQUENCE_PERFORMANCE, now.plus(Timeouts.SEQUENCE_PERFORMANCE)));
    }

    /** Leaves in order: the station's power off if it is on, SessionStop, then the end. */
    static Step leave(Session session, Ending ending, Now now) {
        return session.powered()
                .map(schedule -> powerOff(session, schedule, ending, now).after(disarmPhases()))
                .orElseGet(() -> goodBye(session, ending, now));
    }

    private static Step goodBye(Session session, Ending ending, Now now) {
        Session parked = session.with(ControlPilot.B).contactors(false).drawing(0);
        return ask(
                        parked,
                        new Stage.AwaitSessionStop(ending),
                        new SessionStopReq(manner(ending)),
                        now)
                .after(safe(session))
                .after(disarmPhases());
    }

    private static ChargingSession manner(Ending ending) {
        return ending.equals(new Ending.Completed(StopCause.PAUSED))
                ? ChargingSession.PAUSE
                : ChargingSession.TERMINATE;
    }

    /** Leaves in order because of a failure. */
    static Step leave(Session session, Failure failure, Now now) {
        return leave(session, new Ending.Failed(failure), now);
    }

    /**
     * Ends the flow of energy in order, then leaves; a car on AC draws nothing any more and shows B
     * before it says so, one on DC shows B once the station answered.
     */
    private static Step powerOff(Session session, int scheduleTupleId, Ending ending, Now now) {
        PowerDeliveryReq stop =
                new PowerDeliveryReq(
                        ChargeProgress.STOP,
                        scheduleTupleId,
                        null,
                        session.contactorsClosed()
                                ? new DcEvPowerDeliveryParameter(session.evStatus(), null, true)
                                : null);
        boolean alternating = !session.contactorsClosed();
        Session idle = alternating ? session.drawing(0).with(ControlPilot.B) : session;
        Step step = ask(idle, new Stage.AwaitPowerOff(ending), stop, now);
        return alternating ? step.after(safe(session)) : step;
    }

    /**
     * The driver stops while no request is out; the next one would have been answered by {@code
     * next}.
     */
    static Step stopWhileIdle(Session session, Awaiting next, Now now) {
        Ending ending = new Ending.Completed(StopCause.DRIVER);
        return switch (next) {
            case Stage.AwaitWeldingDetection welding -> leave(session, welding.ending(), now);
            case Awaiting _ -> leave(session, ending, now);
        };
    }

    /** The car finds itself unable while no request is out. */
    static Step giveUpWhileIdle(Session session, Working stage, Failure failure, Now now) {
        Ending ending = new Ending.Failed(failure);
        return switch (stage) {
            case Stage.OpeningContactors _, Stage.OpeningForCableCheck _ ->
                    breakOff(new Active(session, stage), failure);
            case Stage.ClosingContactors _ ->
                    leave(session.contactors(true), ending, now)
                            .after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
            case Working _ ->
                    leave(session, ending, now)
                            .after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
        };
    }

    /**
     * Ends at once: contactors open, control pilot B, connection closed. An earlier failure stays
     * the reason.
     */
    static Step breakOff(Active active, Failure failure) {
        return done(reason(active.stage(), failure)).after(disarmAll()).after(safe(active));
    }

    /** The end, with nothing left to do but to close the connection. */
    static Step done(Ending ending) {
        return Step.to(new Done(ending), new Output.Close(ending));
    }

    private static Ending reason(Stage stage, Failure failure) {
        Ending now = new Ending.Failed(failure);
        return switch (stage) {
            case Stage.AwaitPowerOff off -> earlier(off.ending(), now);
            case Stage.OpeningContactors opening -> earlier(opening.ending(), now);
            case Stage.AwaitWeldingDetection welding -> earlier(welding.ending(), now);
            case Stage.AwaitSessionStop stop -> earlier(stop.ending(), now);
            case Stage _ -> now;
        };
    }

    private static Ending earlier(Ending planned, Ending now) {
        return planned instanceof Ending.Failed ? planned : now;
    }

    /** Contactors that were told to close and have not said so yet count as closed. */
    private static Output[] safe(Active active) {
        boolean closing = active.stage() instanceof Stage.ClosingContactors;
        return safe(closing ? active.session().contactors(true) : active.session());
    }

    private static Output[] safe(Session session) {
        List<Output> outputs = new ArrayList<>();
        if (session.drawn() > 0) {
            outputs.add(new Output.Draw(0, 0));
        }
        if (session.contactorsClosed()) {
            outputs.add(new Output.MoveContactors(false));
        }
        if (session.pilot() == ControlPilot.C) {
            outputs.add(new Output.SetControlPilot(ControlPilot.B));
        }
        return outputs.toArray(Output[]::new);
    }

    private static Output[] disarmPhases() {
        return new Output[] {
            new Output.Disarm(Timer.ONGOING),
            new Output.Disarm(Timer.CABLE_CHECK),
            new Output.Disarm(Timer.PRE_CHARGE)
        };
    }

    private static Output[] disarmAll() {
        return Arrays.stream(Timer.values()).map(Output.Disarm::new).toArray(Output[]::new);
    }
}
