package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.EvseNotification;
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
import java.time.Instant;
import java.util.Optional;

/** From closed contactors to open ones. */
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
        Agreement agreement = stage.agreement();
        PowerDeliveryReq start =
                new PowerDeliveryReq(
                        ChargeProgress.START,
                        agreement.scheduleTupleId(),
                        agreement.profile(),
                        new DcEvPowerDeliveryParameter(closed.evStatus(), null, false));
        return Moves.ask(closed, new Stage.AwaitPowerOn(agreement), start, now).after(disarm);
    }

    static Step poweredOn(
            Session session, Stage.AwaitPowerOn stage, PowerDeliveryRes response, Now now) {
        int tuple = stage.agreement().scheduleTupleId();
        if (session.stopWish().isPresent()) {
            return Moves.powerOff(
                    session, tuple, new Ending.Completed(session.stopWish().get()), now);
        }
        if (!(response.evseStatus() instanceof DcEvseStatus status)) {
            return Moves.powerOff(
                    session, tuple, failed(new Failure.NotOffered("direct current charging")), now);
        }
        return StationStatus.hindrance(status)
                .map(hindrance -> Moves.powerOff(session, tuple, failed(hindrance), now))
                .orElseGet(() ->
                        Moves.ask(
                                session,
                                new Stage.AwaitCurrentDemand(stage.agreement(), 0, now.instant()),
                                demand(session, stage.agreement()),
                                now));
    }

    private static CurrentDemandReq demand(Session session, Agreement agreement) {
        Battery battery = session.battery();
        long current = targetMilliamps(session, agreement);
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

    private static long targetMilliamps(Session session, Agreement agreement) {
        long byPower = agreement.maxWatts() * MILLI / session.battery().millivolts();
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
        int loops = stage.loops() + 1;
        ChargePoint point =
                new ChargePoint(
                        now.instant(),
                        loops,
                        millivolts,
                        milliamps,
                        battery.permille(),
                        battery.storedWh());
        return next(session.with(battery), loop(stage, loops, now.instant()), response, now)
                .after(new Output.Observed(point));
    }

    private static Stage.AwaitCurrentDemand loop(
            Stage.AwaitCurrentDemand stage, int loops, Instant since) {
        return new Stage.AwaitCurrentDemand(stage.agreement(), loops, since);
    }

    private static Step next(
            Session session, Stage.AwaitCurrentDemand loop, CurrentDemandRes response, Now now) {
        Optional<Ending> ending = ending(session, loop, response.evseStatus());
        if (ending.isPresent()) {
            return Moves.powerOff(session, loop.agreement().scheduleTupleId(), ending.get(), now);
        }
        MeterInfo meter = response.meterInfo();
        boolean receipt =
                Boolean.TRUE.equals(response.receiptRequired())
                        && session.plan().payment() == PaymentOption.CONTRACT;
        if (receipt && meter != null) {
            return signReceipt(session, loop, meter, now);
        }
        Step again = again(session, loop, now);
        return response.evseStatus().notification() == EvseNotification.RENEGOTIATION
                ? again.after(
                        new Output.Note(
                                "the station asks to renegotiate; the car keeps to the schedule"
                                        + " agreed"))
                : again;
    }

    private static Optional<Ending> ending(
            Session session, Stage.AwaitCurrentDemand loop, DcEvseStatus status) {
        Optional<Failure> fault = StationStatus.fault(status);
        if (fault.isPresent()) {
            return Optional.of(failed(fault.get()));
        }
        if (StationStatus.asksToStop(status)) {
            return completed(StopCause.STATION);
        }
        if (session.stopWish().isPresent()) {
            return completed(session.stopWish().get());
        }
        if (session.battery().percent() >= session.plan().targetPercent()) {
            return completed(StopCause.TARGET_REACHED);
        }
        return loop.loops() >= session.plan().maxLoops()
                ? completed(StopCause.LOOPS_DONE)
                : Optional.empty();
    }

    private static Step again(Session session, Stage.AwaitCurrentDemand loop, Now now) {
        return Moves.askLater(
                session,
                loop,
                demand(session, loop.agreement()),
                session.plan().pace().loop(),
                now);
    }

    private static Step signReceipt(
            Session session, Stage.AwaitCurrentDemand loop, MeterInfo meter, Now now) {
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
        int tuple = stage.loop().agreement().scheduleTupleId();
        Optional<Ending> ending =
                response.evseStatus() instanceof DcEvseStatus status
                        ? ending(session, stage.loop(), status)
                        : Optional.empty();
        return ending.map(end -> Moves.powerOff(session, tuple, end, now))
                .orElseGet(() -> again(session, stage.loop(), now));
    }

    static Step poweredOff(Session session, Stage.AwaitPowerOff stage, Now now) {
        return Moves.work(
                        session.with(ControlPilot.B),
                        new Stage.OpeningContactors(stage.ending()),
                        new Output.MoveContactors(false),
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
        Stage.AwaitWeldingDetection again =
                new Stage.AwaitWeldingDetection(stage.ending(), stage.rounds() + 1);
        return Moves.askLater(
                session,
                again,
                new WeldingDetectionReq(session.evStatus()),
                session.plan().pace().poll(),
                now);
    }

    private static Ending failed(Failure failure) {
        return new Ending.Failed(failure);
    }

    private static Optional<Ending> completed(StopCause cause) {
        return Optional.of(new Ending.Completed(cause));
    }
}
