package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.din70121.DcEvseStatus;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.UnitSymbol;
import org.plugcharge.v2g.din70121.WeldingDetectionReq;
import org.plugcharge.v2g.din70121.WeldingDetectionRes;

import java.time.Duration;
import java.util.Optional;

/** From closed contactors to open ones. */
final class Charging {

    private static final long SAFE_MILLIVOLTS = 60_000;
    private static final int WELDING_ROUNDS = 10;
    private static final int ROUNDS_WITHOUT_POWER = 1;
    private static final long MICRO = 1_000_000;
    private static final long SECONDS_PER_HOUR = 3600;
    private static final int FULL_PERCENT = 100;

    private Charging() {}

    static Step contactorsClosed(Session session, Stage.ClosingContactors stage, Now now) {
        Session closed = session.contactors(true);
        Step step =
                session.stopWish()
                        .map(cause -> Moves.leave(closed, new Ending.Completed(cause), now))
                        .orElseGet(() -> start(closed, stage.agreement(), now));
        return step.after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
    }

    private static Step start(Session session, Agreement agreement, Now now) {
        PowerDeliveryReq start =
                new PowerDeliveryReq(
                        true,
                        agreement.profile(session.plan().maxPowerWatts()),
                        new DcEvPowerDeliveryParameter(session.evStatus(), null, false));
        return Moves.ask(session, new Stage.AwaitPowerOn(agreement), start, now);
    }

    static Step poweredOn(
            Session session, Stage.AwaitPowerOn stage, PowerDeliveryRes response, Now now) {
        Session on = session.powered(true);
        Step step =
                session.stopWish()
                        .map(cause -> Moves.leave(on, new Ending.Completed(cause), now))
                        .orElseGet(() -> begin(on, stage.agreement(), response, now));
        return step.after(new Output.Disarm(Timer.READY_TO_CHARGE));
    }

    private static Step begin(
            Session session, Agreement agreement, PowerDeliveryRes response, Now now) {
        if (!(response.evseStatus() instanceof DcEvseStatus status)) {
            return Moves.leave(session, new Failure.NotOffered("direct current charging"), now);
        }
        return StationStatus.hindrance(status)
                .map(hindrance -> Moves.leave(session, hindrance, now))
                .orElseGet(() ->
                        Moves.ask(
                                session,
                                new Stage.AwaitCurrentDemand(agreement, now.instant()),
                                demand(session, agreement, now),
                                now));
    }

    private static CurrentDemandReq demand(Session session, Agreement agreement, Now now) {
        Battery battery = session.battery();
        long current = targetMilliamps(session, agreement, now);
        return new CurrentDemandReq(
                session.evStatus(),
                Electric.amps(current),
                Electric.volts(battery.spec().fullMillivolts()),
                Electric.amps(battery.spec().maxMilliamps()),
                Electric.whole(session.plan().maxPowerWatts(), UnitSymbol.WATT),
                battery.percent() >= battery.spec().taperFromPercent(),
                false,
                secondsTo(FULL_PERCENT, battery, current),
                secondsTo(battery.spec().taperFromPercent(), battery, current),
                Electric.volts(battery.spec().fullMillivolts()));
    }

    private static long targetMilliamps(Session session, Agreement agreement, Now now) {
        long watts = Math.min(session.plan().maxPowerWatts(), agreement.wattsAt(now.instant()));
        long byPower = watts * MICRO / session.battery().millivolts();
        return Math.max(
                0,
                Math.min(
                        Math.min(session.battery().acceptedMilliamps(), agreement.maxMilliamps()),
                        byPower));
    }

    private static PhysicalValue secondsTo(int percent, Battery battery, long milliamps) {
        long missingWh =
                Math.max(
                        0,
                        battery.spec().capacityWh() * (percent * 10L - battery.permille()) / 1000);
        long watts = Math.max(1, battery.millivolts() * milliamps / MICRO);
        return Electric.whole(missingWh * SECONDS_PER_HOUR / watts, UnitSymbol.SECOND);
    }

    static Step delivered(
            Session session, Stage.AwaitCurrentDemand stage, CurrentDemandRes response, Now now) {
        long millivolts = Electric.milli(response.presentVoltage());
        long milliamps = Electric.milli(response.presentCurrent());
        Session looped =
                session.looped(
                        session.battery()
                                .charged(
                                        millivolts,
                                        milliamps,
                                        Duration.between(stage.since(), now.instant())));
        Agreement agreement = stage.agreement().limitedBy(response);
        Step step =
                ending(looped, response.evseStatus())
                        .map(ending -> Moves.leave(looped, ending, now))
                        .orElseGet(() ->
                                Moves.askLater(
                                        looped,
                                        new Stage.AwaitCurrentDemand(agreement, now.instant()),
                                        demand(looped, agreement, now),
                                        looped.plan().pace().loop(),
                                        now));
        return step.after(observed(looped, millivolts, milliamps, now));
    }

    private static Output observed(Session session, long millivolts, long milliamps, Now now) {
        return new Output.Observed(
                new ChargePoint(
                        now.instant(),
                        session.loops(),
                        millivolts,
                        milliamps,
                        session.battery().permille(),
                        session.battery().storedWh()));
    }

    private static Optional<Ending> ending(Session session, DcEvseStatus status) {
        Optional<Failure> fault = StationStatus.fault(status);
        if (fault.isPresent()) {
            return Optional.of(new Ending.Failed(fault.get()));
        }
        if (StationStatus.asksToStop(status)) {
            return Optional.of(new Ending.Completed(StopCause.STATION));
        }
        if (session.stopWish().isPresent()) {
            return session.stopWish().map(Ending.Completed::new);
        }
        if (session.battery().percent() >= session.plan().targetPercent()) {
            return Optional.of(new Ending.Completed(StopCause.TARGET_REACHED));
        }
        return session.loops() < session.plan().maxLoops()
                ? Optional.empty()
                : Optional.of(new Ending.Completed(StopCause.LOOPS_DONE));
    }

    static Step poweredOff(Session session, Stage.AwaitPowerOff stage, Now now) {
        return Moves.work(
                        session.with(ControlPilot.B).powered(false),
                        new Stage.OpeningContactors(stage.ending()),
                        false,
                        now)
                .after(new Output.SetControlPilot(ControlPilot.B));
    }

    static Step contactorsOpened(Session session, Stage.OpeningContactors stage, Now now) {
        Session open = session.contactors(false);
        Step step =
                stage.ending() instanceof Ending.Failed
                        ? Moves.leave(open, stage.ending(), now)
                        : Moves.ask(
                                open,
                                new Stage.AwaitWeldingDetection(stage.ending(), 1),
                                new WeldingDetectionReq(open.evStatus()),
                                now);
        return step.after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
    }

    static Step weldingDetected(
            Session session,
            Stage.AwaitWeldingDetection stage,
            WeldingDetectionRes response,
            Now now) {
        if (Electric.milli(response.presentVoltage()) < SAFE_MILLIVOLTS) {
            return Moves.leave(session, stage.ending(), now);
        }
        if (stage.rounds()
                >= (session.plan().stationHasPower() ? WELDING_ROUNDS : ROUNDS_WITHOUT_POWER)) {
            return Moves.leave(session, stage.ending(), now)
                    .after(
                            new Output.Note(
                                    "still "
                                            + response.presentVoltage()
                                            + " behind the open contactors"));
        }
        return Moves.askLater(
                session,
                new Stage.AwaitWeldingDetection(stage.ending(), stage.rounds() + 1),
                new WeldingDetectionReq(session.evStatus()),
                session.plan().pace().poll(),
                now);
    }
}
