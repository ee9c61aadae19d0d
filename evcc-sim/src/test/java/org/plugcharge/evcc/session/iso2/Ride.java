package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.xmldsig.X509IssuerSerial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A car driven step by step in virtual time; remembers the outputs of the last step and which
 * timers run.
 */
final class Ride {

    static final Contract CONTRACT =
            new Contract("DEPLCC12345678", Bytes.fromHex("aa"), List.of(Bytes.fromHex("bb")));
    static final Contract DELIVERED =
            new Contract("DEPLCC87654321", Bytes.fromHex("cc"), List.of());

    State state;
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    List<Output> last = List.of();
    final List<Output> all = new ArrayList<>();
    final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);

    Ride(VehiclePlan plan) {
        state = State.of(plan);
    }

    static VehiclePlan eim() {
        return VehiclePlan.externalPayment(
                Bytes.fromHex("020000000001"), Battery.at(BatterySpec.CAR_400_V, 20), 3);
    }

    static VehiclePlan pnc() {
        return eim().payingWith(CONTRACT);
    }

    static VehiclePlan installing() {
        return eim().installing(
                        new Provisioning(
                                Bytes.fromHex("dd"),
                                List.of(
                                        new X509IssuerSerial(
                                                "CN=Root", java.math.BigInteger.ONE))));
    }

    static VehiclePlan ac() {
        return pnc().alternating(OnBoardCharger.ELEVEN_KILOWATTS);
    }

    static VehiclePlan updating() {
        return eim().updating(CONTRACT, installing().provisioning().orElseThrow());
    }

    /** A car that gets to this stage, whatever it takes. */
    static Ride reaching(Class<? extends Stage> stage) {
        if (stage == Stage.SigningReceipt.class || stage == Stage.AwaitMeteringReceipt.class) {
            Ride ride = to(pnc(), Stage.AwaitCurrentDemand.class);
            ride.answer(Station.currentDemand(Station.status(), true));
            return stage == Stage.SigningReceipt.class ? ride : ride.proceed();
        }
        if (stage == Stage.AwaitChargingStatus.class) {
            return to(ac(), stage);
        }
        if (stage == Stage.AwaitCertificateUpdate.class) {
            return to(updating(), stage);
        }
        if (stage == Stage.JudgingTariffs.class) {
            return to(pnc(), Stage.AwaitChargeParameters.class)
                    .answer(Station.withTariff(Station.parameters()));
        }
        if (stage == Stage.AwaitRenegotiation.class || stage == Stage.OpeningForCableCheck.class) {
            return to(eim().wishing(Wishes.NONE.renegotiatingAfter(1)), stage);
        }
        return to(installing(), stage);
    }

    /**
     * Takes the car with the well-behaved station to the stage where this class is awaited (or
     * worked on).
     */
    static Ride to(VehiclePlan plan, Class<? extends Stage> stage) {
        Ride ride = new Ride(plan);
        ride.input(new Input.Begin(true));
        for (int i = 0; i < 60; i++) {
            if (ride.state instanceof State.Active active && stage.isInstance(active.stage())) {
                return ride;
            }
            ride.proceed();
        }
        throw new AssertionError("never reached " + stage.getSimpleName());
    }

    Ride input(Input input) {
        Step step = Evcc.step(state, input, new Now(now));
        state = step.next();
        last = step.outputs();
        all.addAll(last);
        for (Output output : last) {
            switch (output) {
                case Output.Arm arm -> timers.put(arm.timer(), arm.deadline());
                case Output.Disarm disarm -> timers.remove(disarm.timer());
                case Output.SendHandshake _,
                        Output.Send _,
                        Output.Sign _,
                        Output.OpenContract _,
                        Output.StoreContract _,
                        Output.SetControlPilot _,
                        Output.MoveContactors _,
                        Output.JudgeTariffs _,
                        Output.Draw _,
                        Output.KeepSession _,
                        Output.Observed _,
                        Output.Note _,
                        Output.Close _ -> {}
            }
        }
        return this;
    }

    Ride answer(Iso2Response response) {
        return input(new Input.Received(V2gMessage.of(Station.SESSION, response)));
    }

    Ride fire(Timer timer) {
        Instant deadline = timers.remove(timer);
        if (deadline == null) {
            throw new AssertionError(timer + " does not run");
        }
        now = deadline;
        return input(new Input.Fired(timer));
    }

    Ride after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** One step further, the station and the car's parts doing what they should. */
    Ride proceed() {
        Stage stage = ((State.Active) state).stage();
        return switch (stage) {
            case Stage.Paused _ -> fire(Timer.PACE);
            case Stage.AwaitAppProtocol _ -> input(new Input.Handshake(Station.handshake()));
            case Stage.AwaitSessionSetup _ -> answer(Station.sessionSetup());
            case Stage.AwaitServiceDiscovery _ ->
                    answer(alternating() ? Station.acServices() : Station.services());
            case Stage.AwaitServiceDetail detail ->
                    answer(Station.serviceDetail(detail.serviceId()));
            case Stage.AwaitPaymentSelection _ -> answer(Station.selection());
            case Stage.SigningInstallation _,
                    Stage.SigningAuthorization _,
                    Stage.SigningReceipt _ ->
                    input(new Input.Signed(Station.SIGNATURE));
            case Stage.AwaitCertificateInstallation _ ->
                    input(
                            new Input.Received(
                                    V2gMessage.signed(
                                            Station.SESSION,
                                            Station.SIGNATURE,
                                            Station.installation())));
            case Stage.AwaitCertificateUpdate _ ->
                    input(
                            new Input.Received(
                                    V2gMessage.signed(
                                            Station.SESSION, Station.SIGNATURE, Station.update())));
            case Stage.JudgingTariffs _ -> input(new Input.TariffsJudged(Optional.empty()));
            case Stage.OpeningForCableCheck _ -> input(new Input.ContactorsMoved(false));
            case Stage.OpeningContract _ -> input(new Input.ContractOpened(DELIVERED));
            case Stage.AwaitPaymentDetails _ -> answer(Station.paymentDetails());
            case Stage.AwaitAuthorization _ ->
                    answer(Station.authorization(EvseProcessing.FINISHED));
            case Stage.AwaitChargeParameters _ ->
                    answer(alternating() ? Station.acParameters() : Station.parameters());
            case Stage.AwaitCableCheck _ ->
                    answer(Station.cableCheck(EvseProcessing.FINISHED, IsolationLevel.VALID));
            case Stage.AwaitPreCharge _ ->
                    answer(
                            Station.preCharge(
                                    PhysicalValue.of(
                                            ((State.Active) state).session().battery().millivolts()
                                                    / 1000,
                                            UnitSymbol.VOLT)));
            case Stage.ClosingContactors _ -> input(new Input.ContactorsMoved(true));
            case Stage.AwaitPowerOn _, Stage.AwaitPowerOff _, Stage.AwaitRenegotiation _ ->
                    answer(alternating() ? Station.acPowerDelivery() : Station.powerDelivery());
            case Stage.AwaitChargingStatus _ -> answer(Station.chargingStatus());
            case Stage.AwaitCurrentDemand _ -> answer(Station.currentDemand());
            case Stage.AwaitMeteringReceipt _ ->
                    answer(alternating() ? Station.acReceipt() : Station.receipt());
            case Stage.OpeningContactors _ -> input(new Input.ContactorsMoved(false));
            case Stage.AwaitWeldingDetection _ -> answer(Station.welding(10));
            case Stage.AwaitSessionStop _ -> answer(Station.sessionStop());
        };
    }

    private boolean alternating() {
        return ((State.Active) state)
                .session()
                .plan()
                .modes()
                .contains(EnergyTransferMode.AC_SINGLE_PHASE_CORE);
    }

    /** To the end, with everything behaving from here on; the bodies the car sent on the way. */
    List<Iso2Body> finish() {
        List<Iso2Body> sent = new ArrayList<>(sent());
        for (int i = 0; i < 200 && state instanceof State.Active; i++) {
            proceed();
            sent.addAll(sent());
        }
        return sent;
    }

    /** The bodies of the messages sent in the last step. */
    List<Iso2Body> sent() {
        return last.stream()
                .filter(Output.Send.class::isInstance)
                .map(output ->
                        java.util.Objects.requireNonNull(
                                ((Output.Send) output).message().body().element()))
                .toList();
    }

    /** How it ended; fails if it did not. */
    Ending ending() {
        if (state instanceof State.Done done) {
            return done.ending();
        }
        throw new AssertionError("still in " + state);
    }

    Stage stage() {
        return ((State.Active) state).stage();
    }
}
