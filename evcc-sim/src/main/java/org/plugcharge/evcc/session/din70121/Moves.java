package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.din70121.Stage.Awaiting;
import org.plugcharge.evcc.session.din70121.Stage.Working;
import org.plugcharge.evcc.session.din70121.State.Active;
import org.plugcharge.evcc.session.din70121.State.Done;
import org.plugcharge.v2g.din70121.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The moves that all phases share: ask, wait a moment, work, and the three ways out. */
final class Moves {

    private Moves() {}

    /** Sends a request and waits for its answer. */
    static Step ask(Session session, Awaiting next, Din70121Request request, Now now) {
        return Step.to(
                new Active(session, next),
                new Output.Send(V2gMessage.of(session.id(), request)),
                new Output.Arm(
                        Timer.MESSAGE,
                        now.plus(session.plan().pace().stretched(Timeouts.of(request)))));
    }

    /** Sends a request of a loop a moment later. */
    static Step askLater(
            Session session, Awaiting next, Din70121Request request, Duration rest, Now now) {
        return Step.to(
                new Active(session, new Stage.Paused(next, request)),
                new Output.Arm(Timer.PACE, now.plus(rest)));
    }

    /** Moves the contactors and waits, as long as a car may take before its next request. */
    static Step work(Session session, Working next, boolean close, Now now) {
        return Step.to(
                new Active(session, next),
                new Output.MoveContactors(close),
                new Output.Arm(
                        Timer.SEQUENCE_PERFORMANCE, now.plus(Timeouts.SEQUENCE_PERFORMANCE)));
    }

    /** Leaves in order: the station's power off if it is on, SessionStop, then the end. */
    static Step leave(Session session, Ending ending, Now now) {
        return session.powered() ? powerOff(session, ending, now) : goodBye(session, ending, now);
    }

    /** Leaves in order because of a failure. */
    static Step leave(Session session, Failure failure, Now now) {
        return leave(session, new Ending.Failed(failure), now);
    }

    private static Step powerOff(Session session, Ending ending, Now now) {
        PowerDeliveryReq stop =
                new PowerDeliveryReq(
                        false,
                        null,
                        new DcEvPowerDeliveryParameter(session.evStatus(), null, true));
        return ask(session, new Stage.AwaitPowerOff(ending), stop, now).after(disarmPhases());
    }

    private static Step goodBye(Session session, Ending ending, Now now) {
        Session parked = session.with(ControlPilot.B).contactors(false);
        return ask(parked, new Stage.AwaitSessionStop(ending), new SessionStopReq(), now)
                .after(safe(session))
                .after(disarmPhases());
    }

    /**
     * The driver stops while no request is out; the next one would have been answered by {@code
     * next}.
     */
    static Step stopWhileIdle(Session session, Awaiting next, Now now) {
        Ending ending =
                next instanceof Stage.AwaitWeldingDetection welding
                        ? welding.ending()
                        : new Ending.Completed(StopCause.DRIVER);
        return leave(session, ending, now);
    }

    /** The car finds itself unable while no request is out. */
    static Step giveUpWhileIdle(Session session, Working stage, Failure failure, Now now) {
        return switch (stage) {
            case Stage.OpeningContactors _ -> breakOff(new Active(session, stage), failure);
            case Stage.ClosingContactors _ ->
                    leave(session.contactors(true), failure, now)
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
            new Output.Disarm(Timer.READY_TO_CHARGE),
            new Output.Disarm(Timer.CABLE_CHECK),
            new Output.Disarm(Timer.PRE_CHARGE)
        };
    }

    private static Output[] disarmAll() {
        return Arrays.stream(Timer.values()).map(Output.Disarm::new).toArray(Output[]::new);
    }
}
