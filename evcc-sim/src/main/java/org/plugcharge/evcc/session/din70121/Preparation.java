package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.DcEvChargeParameter;
import org.plugcharge.v2g.din70121.DcEvseChargeParameter;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.EvseSupportedEnergyTransfer;
import org.plugcharge.v2g.din70121.IsolationLevel;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.PreChargeRes;
import org.plugcharge.v2g.din70121.SaScheduleList;
import org.plugcharge.v2g.din70121.SelectedService;
import org.plugcharge.v2g.din70121.SelectedServiceList;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.SessionSetupRes;
import org.plugcharge.v2g.din70121.UnitSymbol;

import java.util.List;
import java.util.Optional;

/** From the session id to closed contactors. */
final class Preparation {

    private static final long PRE_CHARGE_MILLIAMPS = 1_000;
    private static final long PRE_CHARGE_TOLERANCE_MILLIVOLTS = 20_000;
    private static final int ROUNDS_WITHOUT_POWER = 3;
    private static final int FULL_PERCENT = 100;
    private static final String DIRECT_CURRENT = "direct current charging";

    private Preparation() {}

    static Step begin(VehiclePlan plan, Now now) {
        return Moves.ask(
                        Session.of(plan),
                        new Stage.AwaitSessionSetup(),
                        new SessionSetupReq(plan.evccId()),
                        now)
                .after(
                        new Output.Arm(
                                Timer.COMMUNICATION_SETUP, now.plus(Timeouts.COMMUNICATION_SETUP)));
    }

    static Step sessionSetUp(State.Active active, Bytes id, SessionSetupRes response, Now now) {
        if (id.equals(Bytes.of(new byte[id.length()]))) {
            return Moves.breakOff(
                    active, new Failure.WrongSession("an id other than zero", id.toHex()));
        }
        return Moves.ask(
                        active.session().named(id),
                        new Stage.AwaitServiceDiscovery(),
                        new ServiceDiscoveryReq(null, null),
                        now)
                .after(
                        new Output.Disarm(Timer.COMMUNICATION_SETUP),
                        new Output.Arm(Timer.READY_TO_CHARGE, now.plus(Timeouts.READY_TO_CHARGE)),
                        new Output.Note("station " + response.evseId().toHex()));
    }

    static Step servicesDiscovered(Session session, ServiceDiscoveryRes response, Now now) {
        Optional<EvRequestedEnergyTransfer> transfer =
                transfer(response.chargeService().energyTransfer());
        if (transfer.isEmpty()) {
            return Moves.leave(session, new Failure.NotOffered(DIRECT_CURRENT), now);
        }
        if (!response.paymentOptions().options().contains(PaymentOption.EXTERNAL_PAYMENT)) {
            return Moves.leave(session, new Failure.NotOffered("payment at the station"), now);
        }
        int service = response.chargeService().tag().serviceId();
        return Moves.ask(
                session,
                new Stage.AwaitServicePaymentSelection(transfer.get()),
                new ServicePaymentSelectionReq(
                        PaymentOption.EXTERNAL_PAYMENT,
                        new SelectedServiceList(List.of(new SelectedService(service, null)))),
                now);
    }

    /** How to ask for what the station can do; empty if that is no DC. */
    private static Optional<EvRequestedEnergyTransfer> transfer(
            EvseSupportedEnergyTransfer offered) {
        return switch (offered) {
            case DC_EXTENDED,
                    AC_CORE1P_DC_EXTENDED,
                    AC_CORE3P_DC_EXTENDED,
                    AC_SINGLE_PHASE_THREE_PHASE_CORE_DC_EXTENDED ->
                    Optional.of(EvRequestedEnergyTransfer.DC_EXTENDED);
            case DC_CORE, DC_DUAL, AC_SINGLE_DC_CORE ->
                    Optional.of(EvRequestedEnergyTransfer.DC_CORE);
            case DC_COMBO_CORE -> Optional.of(EvRequestedEnergyTransfer.DC_COMBO_CORE);
            case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE -> Optional.empty();
        };
    }

    static Step selected(Session session, Stage.AwaitServicePaymentSelection stage, Now now) {
        return Moves.ask(
                session,
                new Stage.AwaitContractAuthentication(stage.transfer()),
                new ContractAuthenticationReq(null, null),
                now);
    }

    static Step authenticated(
            Session session,
            Stage.AwaitContractAuthentication stage,
            ContractAuthenticationRes response,
            Now now) {
        if (response.processing() != EvseProcessing.FINISHED) {
            return Moves.askLater(
                    session,
                    stage,
                    new ContractAuthenticationReq(null, null),
                    session.plan().pace().poll(),
                    now);
        }
        return Moves.ask(
                session,
                new Stage.AwaitChargeParameterDiscovery(stage.transfer()),
                parameters(session, stage.transfer()),
                now);
    }

    private static ChargeParameterDiscoveryReq parameters(
            Session session, EvRequestedEnergyTransfer transfer) {
        Battery battery = session.battery();
        return new ChargeParameterDiscoveryReq(
                transfer,
                new DcEvChargeParameter(
                        session.evStatus(),
                        Electric.amps(battery.spec().maxMilliamps()),
                        Electric.whole(session.plan().maxPowerWatts(), UnitSymbol.WATT),
                        Electric.volts(battery.spec().fullMillivolts()),
                        Electric.whole(battery.spec().capacityWh(), UnitSymbol.WATT_HOUR),
                        Electric.whole(battery.missingWh(), UnitSymbol.WATT_HOUR),
                        FULL_PERCENT,
                        battery.spec().taperFromPercent()));
    }

    static Step parametersKnown(
            Session session,
            Stage.AwaitChargeParameterDiscovery stage,
            ChargeParameterDiscoveryRes response,
            Now now) {
        if (!(response.chargeParameter() instanceof DcEvseChargeParameter station)) {
            return Moves.leave(session, new Failure.NotOffered(DIRECT_CURRENT), now);
        }
        Optional<Failure> hindrance = StationStatus.hindrance(station.evseStatus());
        if (hindrance.isPresent()) {
            return Moves.leave(session, hindrance.get(), now);
        }
        if (response.processing() != EvseProcessing.FINISHED) {
            return Moves.askLater(
                    session,
                    stage,
                    parameters(session, stage.transfer()),
                    session.plan().pace().poll(),
                    now);
        }
        return mismatch(session, station)
                .map(why -> Moves.leave(session, new Failure.Incompatible(why), now))
                .orElseGet(() -> checkCable(session, agreement(response, station, now), now));
    }

    private static Optional<String> mismatch(Session session, DcEvseChargeParameter station) {
        long voltage = session.battery().millivolts();
        if (session.plan().stationHasPower()
                && Electric.milli(station.maximumVoltageLimit()) < voltage) {
            return Optional.of("it gives at most " + station.maximumVoltageLimit());
        }
        return session.plan().stationHasPower()
                        && Electric.milli(station.minimumVoltageLimit()) > voltage
                ? Optional.of("it gives at least " + station.minimumVoltageLimit())
                : Optional.empty();
    }

    /** Without tariffs one schedule is as good as another: the first. */
    private static Agreement agreement(
            ChargeParameterDiscoveryRes response, DcEvseChargeParameter station, Now now) {
        return switch (response.schedules()) {
            case SaScheduleList list ->
                    Agreement.of(list.tuples().getFirst(), station, now.instant());
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
                        preCharge(session),
                        now)
                .after(
                        new Output.Disarm(Timer.CABLE_CHECK),
                        new Output.Arm(Timer.PRE_CHARGE, now.plus(Timeouts.PRE_CHARGE)));
    }

    private static PreChargeReq preCharge(Session session) {
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
            return Moves.askLater(
                    session,
                    new Stage.AwaitPreCharge(stage.agreement(), stage.rounds() + 1),
                    preCharge(session),
                    session.plan().pace().poll(),
                    now);
        }
        return Moves.work(session, new Stage.ClosingContactors(stage.agreement()), true, now)
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
