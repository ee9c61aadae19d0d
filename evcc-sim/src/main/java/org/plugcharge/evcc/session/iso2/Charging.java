package org.plugcharge.evcc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.v2g.iso2.AcEvseStatus;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.ChargingStatusRes;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.EvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseStatus;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;
import org.plugcharge.v2g.iso2.WeldingDetectionRes;

import java.time.Duration;
import java.util.Optional;

/** From closed contactors, or a ready AC outlet, to open ones. */
final class Charging {

    private static final String SIGNED_ID = "id1";
    private static final long SAFE_MILLIVOLTS = 60_000;
    private static final int WELDING_ROUNDS = 10;
    private static final int ROUNDS_WITHOUT_POWER = 1;
    private static final long MILLI = 1_000_000;
    private static final long SECONDS_PER_HOUR = 3600;

    private Charging() {}

    static Step contactorsClosed(Session session, Stage.ClosingContactors stage, Now now) {
        Session closed = session.contactors(true);
        Output disarm = new Output.Disarm(Timer.SEQUENCE_PERFORMANCE);
        if (session.stopWish().isPresent()) {
            return Moves.leave(closed, new Ending.Completed(session.stopWish().get()), now)
                    .after(disarm);
        }
        return start(closed, stage.agreement(), now).after(disarm);
    }

    /** Asks the station for power under what was agreed. */
    static Step start(Session session, Agreement agreement, Now now) {
        PowerDeliveryReq start =
                new PowerDeliveryReq(
                        ChargeProgress.START,
                        agreement.scheduleTupleId(),
                        agreement.profile(),
                        parameter(session, agreement, false));
        return Moves.ask(session, new Stage.AwaitPowerOn(agreement), start, now);
    }

    private static @Nullable EvPowerDeliveryParameter parameter(
            Session session, Agreement agreement, boolean complete) {
        return switch (agreement) {
            case Agreement.Dc _ ->
                    new DcEvPowerDeliveryParameter(session.evStatus(), null, complete);
            case Agreement.Ac _ -> null;
        };
    }

    static Step poweredOn(
            Session session, Stage.AwaitPowerOn stage, PowerDeliveryRes response, Now now) {
        Agreement agreement = stage.agreement();
        Session on = session.poweredUnder(agreement.scheduleTupleId());
        if (session.stopWish().isPresent()) {
            return Moves.leave(on, new Ending.Completed(session.stopWish().get()), now);
        }
        boolean fits =
                switch (agreement) {
                    case Agreement.Dc _ -> response.evseStatus() instanceof DcEvseStatus;
                    case Agreement.Ac _ -> response.evseStatus() instanceof AcEvseStatus;
                };
        if (!fits) {
            return Moves.leave(
                    on,
                    new Failure.NotOffered(Preparation.current(agreement instanceof Agreement.Ac)),
                    now);
        }
        return StationStatus.hindrance(response.evseStatus())
                .map(hindrance -> Moves.leave(on, hindrance, now))
                .orElseGet(() -> begin(on, agreement, now));
    }

    private static Step begin(Session session, Agreement agreement, Now now) {
        return switch (agreement) {
            case Agreement.Dc dc ->
                    Moves.ask(
                            session,
                            new Stage.AwaitCurrentDemand(dc, now.instant()),
                            demand(session, dc, now),
                            now);
            case Agreement.Ac ac ->
                    Moves.ask(
                            session,
                            new Stage.AwaitChargingStatus(ac, now.instant()),
                            new ChargingStatusReq(),
                            now);
        };
    }

    private static CurrentDemandReq demand(Session session, Agreement.Dc agreement, Now now) {
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
                secondsTo(100, battery, current),
                secondsTo(battery.spec().taperFromPercent(), battery, current),
                Electric.volts(battery.spec().fullMillivolts()));
    }

    private static long targetMilliamps(Session session, Agreement.Dc agreement, Now now) {
        long byPower =
                agreement.plan().wattsAt(now.instant()) * MILLI / session.battery().millivolts();
        return Math.min(
                Math.min(session.battery().acceptedMilliamps(), agreement.maxMilliamps()), byPower);
    }

    private static PhysicalValue secondsTo(int percent, Battery battery, long milliamps) {
        long missingWh =
                Math.max(
                        0,
                        battery.spec().capacityWh() * (percent * 10L - battery.permille()) / 1000);
        long watts = Math.max(1, battery.millivolts() * milliamps / MILLI);
        return Electric.whole(missingWh * SECONDS_PER_HOUR / watts, UnitSymbol.SECOND);
    }

    static Step delivered(
            Session session, Stage.AwaitCurrentDemand stage, CurrentDemandRes response, Now now) {
        long millivolts = Electric.milli(response.presentVoltage());
        long milliamps = Electric.milli(response.presentCurrent());
        Battery battery =
                session.battery()
                        .charged(
                                millivolts,
                                milliamps,
                                Duration.between(stage.since(), now.instant()));
        Session looped = session.looped(battery);
        Reading reading =
                new Reading(
                        response.evseStatus(), response.receiptRequired(), response.meterInfo());
        return next(
                        looped,
                        new Stage.AwaitCurrentDemand(stage.agreement(), now.instant()),
                        reading,
                        now)
                .after(observed(looped, millivolts, milliamps, now));
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

    static Step allowed(
            Session session, Stage.AwaitChargingStatus stage, ChargingStatusRes response, Now now) {
        Agreement.Ac agreement = stage.agreement();
        Battery battery =
                session.battery()
                        .charged(
                                agreement.nominalMillivolts(),
                                session.drawn() * agreement.phases(),
                                Duration.between(stage.since(), now.instant()));
        long draw = draw(session, agreement, response, now);
        Session looped = session.looped(battery).drawing(draw);
        Reading reading =
                new Reading(
                        response.evseStatus(), response.receiptRequired(), response.meterInfo());
        Step step =
                next(looped, new Stage.AwaitChargingStatus(agreement, now.instant()), reading, now);
        Output seen = observed(looped, agreement.nominalMillivolts(), session.drawn(), now);
        return draw == session.drawn()
                ? step.after(seen)
                : step.after(seen, new Output.Draw(agreement.phases(), draw));
    }

    /** Within station, schedule, charger and battery; nothing when one of them gives too little. */
    private static long draw(
            Session session, Agreement.Ac agreement, ChargingStatusRes response, Now now) {
        Battery battery = session.battery();
        long batteryWatts = Electric.watts(battery.millivolts(), battery.acceptedMilliamps());
        long watts = Math.min(batteryWatts, agreement.plan().wattsAt(now.instant()));
        PhysicalValue most = response.maxCurrent();
        return session.plan()
                .charger()
                .draws(
                        agreement.phases(),
                        agreement.nominalMillivolts(),
                        watts,
                        most == null
                                ? session.plan().charger().maxMilliamps()
                                : Electric.milli(most));
    }

    /** What both loops say of the station. */
    private record Reading(
            EvseStatus status, @Nullable Boolean receiptRequired, @Nullable MeterInfo meter) {}

    private static Step next(Session session, Stage.Loop loop, Reading reading, Now now) {
        Optional<Ending> ending = ending(session, reading.status());
        if (ending.isPresent()) {
            return Moves.leave(session, ending.get(), now);
        }
        if (session.plan().wishes().pause()
                && loop.agreement().plan().wattsAt(now.instant()) == 0) {
            return Moves.leave(session, new Ending.Completed(StopCause.PAUSED), now)
                    .after(new Output.Note("no power for now under the schedule: the car pauses"));
        }
        MeterInfo meter = reading.meter();
        boolean receipt =
                Boolean.TRUE.equals(reading.receiptRequired())
                        && session.plan().payment() == PaymentOption.CONTRACT;
        if (receipt && meter != null) {
            return signReceipt(session, loop, meter, now);
        }
        return goOn(session, loop, reading.status(), now);
    }

    /** Round again, or for other schedules if station or car want them. */
    private static Step goOn(Session session, Stage.Loop loop, EvseStatus status, Now now) {
        boolean asked = status.notification() == EvseNotification.RENEGOTIATION;
        return asked || session.plan().wishes().renegotiateAfter() == session.loops()
                ? renegotiate(session, loop.agreement(), now)
                : again(session, loop, now);
    }

    private static Optional<Ending> ending(Session session, EvseStatus status) {
        Optional<Failure> fault = StationStatus.fault(status);
        if (fault.isPresent()) {
            return Optional.of(new Ending.Failed(fault.get()));
        }
        if (StationStatus.asksToStop(status)) {
            return completed(
                    session.plan().wishes().pause() ? StopCause.PAUSED : StopCause.STATION);
        }
        if (session.stopWish().isPresent()) {
            return completed(session.stopWish().get());
        }
        if (session.battery().percent() >= session.plan().targetPercent()) {
            return completed(StopCause.TARGET_REACHED);
        }
        if (session.loops() < session.plan().maxLoops()) {
            return Optional.empty();
        }
        return completed(session.plan().wishes().pause() ? StopCause.PAUSED : StopCause.LOOPS_DONE);
    }

    private static Step renegotiate(Session session, Agreement agreement, Now now) {
        PowerDeliveryReq leave =
                new PowerDeliveryReq(
                        ChargeProgress.RENEGOTIATE,
                        agreement.scheduleTupleId(),
                        null,
                        parameter(session, agreement, false));
        return Moves.ask(session, new Stage.AwaitRenegotiation(agreement), leave, now)
                .after(new Output.Note("the car asks for other schedules"));
    }

    static Step renegotiating(Session session, Stage.AwaitRenegotiation stage, Now now) {
        return session.stopWish().isPresent()
                ? Moves.leave(session, new Ending.Completed(session.stopWish().get()), now)
                : Preparation.discover(session, stage.agreement().mode(), now);
    }

    private static Step again(Session session, Stage.Loop loop, Now now) {
        return switch (loop) {
            case Stage.AwaitCurrentDemand dc ->
                    Moves.askLater(
                            session,
                            dc,
                            demand(session, dc.agreement(), now),
                            session.plan().pace().loop(),
                            now);
            case Stage.AwaitChargingStatus ac ->
                    Moves.askLater(
                            session,
                            ac,
                            new ChargingStatusReq(),
                            session.plan().pace().loop(),
                            now);
        };
    }

    private static Step signReceipt(Session session, Stage.Loop loop, MeterInfo meter, Now now) {
        MeteringReceiptReq receipt =
                new MeteringReceiptReq(
                        SIGNED_ID, session.id(), loop.agreement().scheduleTupleId(), meter);
        return Moves.work(
                session,
                new Stage.SigningReceipt(loop, receipt),
                new Output.Sign(SigningKey.CONTRACT, receipt),
                now);
    }

    static Step receiptSigned(
            Session session, Stage.SigningReceipt stage, Input.Signed signed, Now now) {
        return Moves.askSigned(
                        session,
                        new Stage.AwaitMeteringReceipt(stage.loop()),
                        stage.request(),
                        signed.signature(),
                        now)
                .after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
    }

    static Step receipted(
            Session session,
            Stage.AwaitMeteringReceipt stage,
            MeteringReceiptRes response,
            Now now) {
        return ending(session, response.evseStatus())
                .map(end -> Moves.leave(session, end, now))
                .orElseGet(() -> goOn(session, stage.loop(), response.evseStatus(), now));
    }

    /** With DC the car's contactors open now; with AC there are none. */
    static Step poweredOff(Session session, Stage.AwaitPowerOff stage, Now now) {
        Session off = session.with(ControlPilot.B).unpowered();
        Step step =
                session.contactorsClosed()
                        ? Moves.work(
                                off,
                                new Stage.OpeningContactors(stage.ending()),
                                new Output.MoveContactors(false),
                                now)
                        : Moves.leave(off, stage.ending(), now);
        return step.after(new Output.SetControlPilot(ControlPilot.B));
    }

    static Step contactorsOpened(Session session, Stage.OpeningContactors stage, Now now) {
        Session open = session.contactors(false);
        Step step =
                stage.ending() instanceof Ending.Failed
                                || !session.plan().wishes().weldingDetection()
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
        Stage.AwaitWeldingDetection again =
                new Stage.AwaitWeldingDetection(stage.ending(), stage.rounds() + 1);
        return Moves.askLater(
                session,
                again,
                new WeldingDetectionReq(session.evStatus()),
                session.plan().pace().poll(),
                now);
    }

    private static Optional<Ending> completed(StopCause cause) {
        return Optional.of(new Ending.Completed(cause));
    }
}
