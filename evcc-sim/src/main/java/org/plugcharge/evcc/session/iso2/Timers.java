package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.iso2.Stage.Awaiting;
import org.plugcharge.evcc.session.iso2.Stage.Paused;
import org.plugcharge.evcc.session.iso2.Stage.Working;
import org.plugcharge.evcc.session.iso2.State.Active;

import java.time.Duration;

/** What a timer means where it fires. */
final class Timers {

    private Timers() {}

    static Step fired(Active active, Timer timer, Now now) {
        return switch (timer) {
            case MESSAGE -> message(active);
            case PACE -> pace(active, now);
            case SEQUENCE_PERFORMANCE -> sequencePerformance(active, now);
            case COMMUNICATION_SETUP -> tooSlow(active, Timeouts.COMMUNICATION_SETUP, now);
            case ONGOING -> tooSlow(active, Timeouts.ONGOING, now);
            case CABLE_CHECK -> tooSlow(active, Timeouts.CABLE_CHECK, now);
            case PRE_CHARGE -> tooSlow(active, Timeouts.PRE_CHARGE, now);
        };
    }

    private static Step message(Active active) {
        return switch (active.stage()) {
            case Awaiting awaiting ->
                    Moves.breakOff(
                            active,
                            new Failure.NoAnswer(
                                    awaiting.expected(),
                                    active.session().plan().pace().stretched(limit(awaiting))));
            case Working _, Paused _ -> Step.stay(active);
        };
    }

    private static Step pace(Active active, Now now) {
        return switch (active.stage()) {
            case Paused paused -> Moves.ask(active.session(), paused.next(), paused.request(), now);
            case Awaiting _, Working _ -> Step.stay(active);
        };
    }

    private static Step sequencePerformance(Active active, Now now) {
        return switch (active.stage()) {
            case Working working ->
                    Moves.giveUpWhileIdle(
                            active.session(),
                            working,
                            new Failure.OwnFault("its own work took too long"),
                            now);
            case Awaiting _, Paused _ -> Step.stay(active);
        };
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
            case Working _ -> Step.stay(active);
        };
    }

    private static Duration limit(Awaiting awaiting) {
        return switch (awaiting) {
            case Stage.AwaitCurrentDemand _ -> Duration.ofMillis(250);
            case Stage.AwaitServiceDetail _,
                    Stage.AwaitCertificateInstallation _,
                    Stage.AwaitCertificateUpdate _,
                    Stage.AwaitRenegotiation _,
                    Stage.AwaitPaymentDetails _,
                    Stage.AwaitPowerOn _,
                    Stage.AwaitPowerOff _ ->
                    Duration.ofSeconds(5);
            case Awaiting _ -> Duration.ofSeconds(2);
        };
    }
}
