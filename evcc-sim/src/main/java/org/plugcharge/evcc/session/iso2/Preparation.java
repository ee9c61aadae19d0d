package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.DcEvseChargeParameter;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.ProfileEntry;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From charge parameters to closed contactors. */
final class Preparation {

    private static final int MAX_PROFILE_ENTRIES = 24;
    private static final int MAX_SCHEDULE_ENTRIES = 1024;
    private static final long PRE_CHARGE_MILLIAMPS = 1_000;
    private static final long PRE_CHARGE_TOLERANCE_MILLIVOLTS = 20_000;
    private static final int ROUNDS_WITHOUT_POWER = 3;
    private static final int FULL_PERCENT = 100;

    private Preparation() {}

    static Step discover(Session session, EnergyTransferMode mode, Now now) {
        return Moves.ask(
                session,
                new Stage.AwaitChargeParameters(mode),
                parameterRequest(session, mode),
                now);
    }

    private static ChargeParameterDiscoveryReq parameterRequest(
            Session session, EnergyTransferMode mode) {
        Battery battery = session.battery();
        DcEvChargeParameter limits =
                new DcEvChargeParameter(
                        null,
                        session.evStatus(),
                        Electric.amps(battery.spec().maxMilliamps()),
                        Electric.whole(session.plan().maxPowerWatts(), UnitSymbol.WATT),
                        Electric.volts(battery.spec().fullMillivolts()),
                        Electric.whole(battery.spec().capacityWh(), UnitSymbol.WATT_HOUR),
                        Electric.whole(battery.missingWh(), UnitSymbol.WATT_HOUR),
                        FULL_PERCENT,
                        battery.spec().taperFromPercent());
        return new ChargeParameterDiscoveryReq(MAX_SCHEDULE_ENTRIES, mode, limits);
    }

    static Step parameters(
            Session session,
            Stage.AwaitChargeParameters stage,
            ChargeParameterDiscoveryRes response,
            Now now) {
        if (!(response.chargeParameter() instanceof DcEvseChargeParameter station)) {
            return Moves.leave(session, new Failure.NotOffered("direct current charging"), now);
        }
        Optional<Failure> hindrance = StationStatus.hindrance(station.evseStatus());
        if (hindrance.isPresent()) {
            return Moves.leave(session, hindrance.get(), now);
        }
        if (response.processing() != EvseProcessing.FINISHED) {
            return Moves.askLater(
                    session,
                    stage,
                    parameterRequest(session, stage.mode()),
                    session.plan().pace().poll(),
                    now);
        }
        if (!(response.schedules() instanceof SaScheduleList schedules)) {
            return Moves.leave(session, new Failure.NotOffered("a charging schedule"), now);
        }
        return mismatch(session, station)
                .map(why -> Moves.leave(session, new Failure.Incompatible(why), now))
                .orElseGet(() -> checkCable(session, agree(session, station, schedules), now));
    }

    private static Optional<String> mismatch(Session session, DcEvseChargeParameter station) {
        long voltage = session.battery().millivolts();
        if (session.plan().stationHasPower()
                && Electric.milli(station.maximumVoltageLimit()) < voltage) {
            return Optional.of("it gives at most " + station.maximumVoltageLimit());
        }
        if (session.plan().stationHasPower()
                && Electric.milli(station.minimumVoltageLimit()) > voltage) {
            return Optional.of("it gives at least " + station.minimumVoltageLimit());
        }
        return Optional.empty();
    }

    private static Agreement agree(
            Session session, DcEvseChargeParameter station, SaScheduleList schedules) {
        SaScheduleTuple best =
                schedules.tuples().stream()
                        .max(
                                Comparator.comparing(tuple ->
                                        tuple.pMaxSchedule()
                                                .entries()
                                                .getFirst()
                                                .pMax()
                                                .toDecimal()))
                        .orElseThrow();
        long watts =
                Math.min(
                        session.plan().maxPowerWatts(),
                        Electric.whole(station.maximumPowerLimit()));
        return new Agreement(
                best.id(),
                profile(best.pMaxSchedule().entries(), watts),
                Electric.milli(station.maximumCurrentLimit()),
                Math.min(watts, Electric.whole(best.pMaxSchedule().entries().getFirst().pMax())));
    }

    /** The power the car means to draw: what schedule and limits allow, never more. */
    private static ChargingProfile profile(List<PMaxScheduleEntry> entries, long watts) {
        return new ChargingProfile(
                entries.stream()
                        .limit(MAX_PROFILE_ENTRIES)
                        .map(entry ->
                                new ProfileEntry(
                                        start(entry),
                                        Electric.whole(
                                                Math.min(watts, Electric.whole(entry.pMax())),
                                                UnitSymbol.WATT),
                                        null))
                        .toList());
    }

    private static long start(PMaxScheduleEntry entry) {
        return switch (entry.timeInterval()) {
            case RelativeTimeInterval interval -> interval.start();
        };
    }

    private static Step checkCable(Session session, Agreement agreement, Now now) {
        Session ready = session.with(ControlPilot.C);
        return Moves.ask(
                        ready,
                        new Stage.AwaitCableCheck(agreement),
                        new CableCheckReq(ready.evStatus()),
                        now)
                .after(
                        new Output.Disarm(Timer.ONGOING),
                        new Output.SetControlPilot(ControlPilot.C),
                        new Output.Arm(Timer.CABLE_CHECK, now.plus(Timeouts.CABLE_CHECK)));
    }

    static Step cableChecked(
            Session session, Stage.AwaitCableCheck stage, CableCheckRes response, Now now) {
        Optional<Failure> hindrance = StationStatus.hindrance(response.evseStatus());
        if (hindrance.isPresent()) {
            return Moves.leave(session, hindrance.get(), now);
        }
        if (response.processing() != EvseProcessing.FINISHED) {
            return Moves.askLater(
                    session,
                    stage,
                    new CableCheckReq(session.evStatus()),
                    session.plan().pace().poll(),
                    now);
        }
        IsolationLevel isolation = response.evseStatus().isolationStatus();
        if (isolation == IsolationLevel.FAULT || isolation == IsolationLevel.INVALID) {
            return Moves.leave(session, new Failure.BadIsolation(isolation.name()), now);
        }
        return Moves.ask(
                        session,
                        new Stage.AwaitPreCharge(stage.agreement(), 1),
                        preChargeRequest(session),
                        now)
                .after(
                        new Output.Disarm(Timer.CABLE_CHECK),
                        new Output.Arm(Timer.PRE_CHARGE, now.plus(Timeouts.PRE_CHARGE)));
    }

    private static PreChargeReq preChargeRequest(Session session) {
        return new PreChargeReq(
                session.evStatus(),
                Electric.volts(session.battery().millivolts()),
                Electric.amps(PRE_CHARGE_MILLIAMPS));
    }

    static Step preCharged(
            Session session, Stage.AwaitPreCharge stage, PreChargeRes response, Now now) {
        Optional<Failure> hindrance = StationStatus.hindrance(response.evseStatus());
        if (hindrance.isPresent()) {
            return Moves.leave(session, hindrance.get(), now);
        }
        if (!reached(session, stage, response)) {
            Stage.AwaitPreCharge again =
                    new Stage.AwaitPreCharge(stage.agreement(), stage.rounds() + 1);
            return Moves.askLater(
                    session, again, preChargeRequest(session), session.plan().pace().poll(), now);
        }
        return Moves.work(
                        session,
                        new Stage.ClosingContactors(stage.agreement()),
                        new Output.MoveContactors(true),
                        now)
                .after(new Output.Disarm(Timer.PRE_CHARGE));
    }

    private static boolean reached(
            Session session, Stage.AwaitPreCharge stage, PreChargeRes response) {
        long off =
                Math.abs(
                        Electric.milli(response.presentVoltage()) - session.battery().millivolts());
        return off <= PRE_CHARGE_TOLERANCE_MILLIVOLTS
                || (!session.plan().stationHasPower() && stage.rounds() >= ROUNDS_WITHOUT_POWER);
    }
}
