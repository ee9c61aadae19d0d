package org.plugcharge.evcc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.v2g.iso2.AcEvChargeParameter;
import org.plugcharge.v2g.iso2.AcEvseChargeParameter;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.DcEvseChargeParameter;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseChargeParameter;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.ProfileEntry;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.time.Duration;
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
                        now)
                .after(new Output.Arm(Timer.ONGOING, now.plus(Timeouts.ONGOING)));
    }

    private static ChargeParameterDiscoveryReq parameterRequest(
            Session session, EnergyTransferMode mode) {
        return new ChargeParameterDiscoveryReq(
                MAX_SCHEDULE_ENTRIES, mode, alternating(mode) ? ac(session) : dc(session));
    }

    private static boolean alternating(EnergyTransferMode mode) {
        return mode == EnergyTransferMode.AC_SINGLE_PHASE_CORE
                || mode == EnergyTransferMode.AC_THREE_PHASE_CORE;
    }

    private static DcEvChargeParameter dc(Session session) {
        Battery battery = session.battery();
        return new DcEvChargeParameter(
                departure(session),
                session.evStatus(),
                Electric.amps(battery.spec().maxMilliamps()),
                Electric.whole(session.plan().maxPowerWatts(), UnitSymbol.WATT),
                Electric.volts(battery.spec().fullMillivolts()),
                Electric.whole(battery.spec().capacityWh(), UnitSymbol.WATT_HOUR),
                Electric.whole(battery.missingWh(), UnitSymbol.WATT_HOUR),
                FULL_PERCENT,
                battery.spec().taperFromPercent());
    }

    private static AcEvChargeParameter ac(Session session) {
        OnBoardCharger charger = session.plan().charger();
        return new AcEvChargeParameter(
                departure(session),
                Electric.whole(session.battery().missingWh(), UnitSymbol.WATT_HOUR),
                Electric.volts(charger.maxMillivolts()),
                Electric.amps(charger.maxMilliamps()),
                Electric.amps(charger.minMilliamps()));
    }

    private static @Nullable Long departure(Session session) {
        return session.plan().wishes().departure().map(Duration::toSeconds).orElse(null);
    }

    static Step parameters(
            Session session,
            Stage.AwaitChargeParameters stage,
            MessageHeader header,
            ChargeParameterDiscoveryRes response,
            Now now) {
        boolean alternating = alternating(stage.mode());
        Optional<Failure> hindrance =
                switch (response.chargeParameter()) {
                    case DcEvseChargeParameter dc when !alternating ->
                            StationStatus.hindrance(dc.evseStatus());
                    case AcEvseChargeParameter ac when alternating ->
                            StationStatus.hindrance(ac.evseStatus());
                    case EvseChargeParameter other ->
                            Optional.of(new Failure.NotOffered(current(alternating)));
                };
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
        List<SalesTariff> tariffs = Tariffs.of(schedules);
        if (tariffs.isEmpty() || session.plan().contract().isEmpty()) {
            return agree(session, stage.mode(), response, Tariffs.UNKNOWN, now);
        }
        return Moves.work(
                        session,
                        new Stage.JudgingTariffs(stage.mode(), response),
                        new Output.JudgeTariffs(tariffs, Optional.ofNullable(header.signature())),
                        now)
                .after(new Output.Disarm(Timer.ONGOING));
    }

    /** Prices that are not proven are as good as none. */
    static Step tariffsJudged(
            Session session, Stage.JudgingTariffs stage, Optional<String> flaw, Now now) {
        Step step =
                agree(
                                session,
                                stage.mode(),
                                stage.offer(),
                                flaw.isEmpty() ? Tariffs.BY_PRICE : Tariffs.UNKNOWN,
                                now)
                        .after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
        return flaw.map(why ->
                        step.after(
                                new Output.Note(
                                        "the station's prices are not to be believed: " + why)))
                .orElse(step);
    }

    static String current(boolean alternating) {
        return alternating ? "alternating current charging" : "direct current charging";
    }

    private static Step agree(
            Session session,
            EnergyTransferMode mode,
            ChargeParameterDiscoveryRes response,
            Tariffs tariffs,
            Now now) {
        if (!(response.schedules() instanceof SaScheduleList schedules)) {
            return Moves.leave(session, new Failure.NotOffered("a charging schedule"), now);
        }
        return switch (response.chargeParameter()) {
            case DcEvseChargeParameter station ->
                    mismatch(session, station)
                            .map(why -> Moves.leave(session, new Failure.Incompatible(why), now))
                            .orElseGet(() ->
                                    prepare(
                                            session,
                                            agree(session, mode, station, schedules, tariffs, now),
                                            now));
            case AcEvseChargeParameter station ->
                    mismatch(session, station)
                            .map(why -> Moves.leave(session, new Failure.Incompatible(why), now))
                            .orElseGet(() ->
                                    powerOn(
                                            session,
                                            agree(session, mode, station, schedules, tariffs, now),
                                            now));
        };
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

    private static Optional<String> mismatch(Session session, AcEvseChargeParameter station) {
        OnBoardCharger charger = session.plan().charger();
        long millivolts = Electric.milli(station.nominalVoltage());
        if (session.plan().stationHasPower()
                && (millivolts <= 0 || millivolts > charger.maxMillivolts())) {
            return Optional.of("it gives " + station.nominalVoltage());
        }
        return session.plan().stationHasPower()
                        && Electric.milli(station.maxCurrent()) < charger.minMilliamps()
                ? Optional.of("it gives at most " + station.maxCurrent())
                : Optional.empty();
    }

    private static Agreement.Dc agree(
            Session session,
            EnergyTransferMode mode,
            DcEvseChargeParameter station,
            SaScheduleList schedules,
            Tariffs tariffs,
            Now now) {
        long watts =
                Math.min(
                        session.plan().maxPowerWatts(),
                        Electric.whole(station.maximumPowerLimit()));
        return new Agreement.Dc(
                mode,
                plan(session, schedules, tariffs, watts, now),
                Electric.milli(station.maximumCurrentLimit()));
    }

    private static Agreement.Ac agree(
            Session session,
            EnergyTransferMode mode,
            AcEvseChargeParameter station,
            SaScheduleList schedules,
            Tariffs tariffs,
            Now now) {
        int phases = mode == EnergyTransferMode.AC_THREE_PHASE_CORE ? 3 : 1;
        long millivolts = Math.max(1, Electric.milli(station.nominalVoltage()));
        OnBoardCharger charger = session.plan().charger();
        long milliamps = Math.min(Electric.milli(station.maxCurrent()), charger.maxMilliamps());
        long watts =
                Math.min(
                        session.plan().maxPowerWatts(),
                        Electric.watts(millivolts, milliamps) * phases);
        return new Agreement.Ac(
                mode, plan(session, schedules, tariffs, watts, now), millivolts, phases);
    }

    private static Agreement.Plan plan(
            Session session, SaScheduleList schedules, Tariffs tariffs, long watts, Now now) {
        SaScheduleTuple best = tariffs.best(schedules, watts, wantedWh(session));
        return new Agreement.Plan(
                best.id(), profile(best.pMaxSchedule().entries(), watts), now.instant());
    }

    private static long wantedWh(Session session) {
        Battery battery = session.battery();
        int missing = session.plan().targetPercent() * 10 - battery.permille();
        return Math.max(0, battery.spec().capacityWh() * missing / 1000);
    }

    /** The power the car means to draw: what schedule and limits allow, never more. */
    private static ChargingProfile profile(List<PMaxScheduleEntry> entries, long watts) {
        return new ChargingProfile(
                entries.stream()
                        .limit(MAX_PROFILE_ENTRIES)
                        .map(entry ->
                                new ProfileEntry(
                                        Tariffs.start(entry),
                                        Electric.whole(
                                                Math.min(watts, Electric.whole(entry.pMax())),
                                                UnitSymbol.WATT),
                                        null))
                        .toList());
    }

    /** A car whose contactors are closed renegotiates. */
    private static Step prepare(Session session, Agreement.Dc agreement, Now now) {
        if (!session.contactorsClosed()) {
            return checkCable(session, agreement, now);
        }
        Output disarm = new Output.Disarm(Timer.ONGOING);
        return session.plan().wishes().cableCheckAgain()
                ? Moves.work(
                                session,
                                new Stage.OpeningForCableCheck(agreement),
                                new Output.MoveContactors(false),
                                now)
                        .after(disarm)
                : Charging.start(session, agreement, now).after(disarm);
    }

    static Step openedForCableCheck(Session session, Stage.OpeningForCableCheck stage, Now now) {
        return checkCable(session.contactors(false).unpowered(), stage.agreement(), now)
                .after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
    }

    private static Step powerOn(Session session, Agreement.Ac agreement, Now now) {
        Step step =
                Charging.start(session.with(ControlPilot.C), agreement, now)
                        .after(new Output.Disarm(Timer.ONGOING));
        return session.pilot() == ControlPilot.C
                ? step
                : step.after(new Output.SetControlPilot(ControlPilot.C));
    }

    private static Step checkCable(Session session, Agreement.Dc agreement, Now now) {
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
