package org.plugcharge.evcc.session.din70121;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.EvseNotification;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.EvseSupportedEnergyTransfer;
import org.plugcharge.v2g.din70121.IsolationLevel;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.SessionStopRes;
import org.plugcharge.v2g.din70121.V2gMessage;
import org.plugcharge.v2g.din70121.WeldingDetectionReq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A car at stations of all sorts, step by step and stage by stage. */
class DinCarTest {

    @Test
    void chargesAndLeavesInOrder() {
        Ride ride = Ride.reaching(Stage.AwaitSessionStop.class);
        assertThat(ride.asked()).isEqualTo(new SessionStopReq());
        ride.answer(new SessionStopRes(ResponseCode.OK));
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
        assertThat(ride.last.getLast()).isEqualTo(new Output.Close(ride.ending()));
        assertThat(moves(ride)).containsExactly(true, false);
    }

    private static List<Boolean> moves(Ride ride) {
        return ride.outputs.stream()
                .filter(Output.MoveContactors.class::isInstance)
                .map(move -> ((Output.MoveContactors) move).close())
                .toList();
    }

    static Stream<Class<? extends Stage>> stages() {
        return Ride.stages().keySet().stream();
    }

    @Test
    void everyStageIsReached() {
        Set<String> all =
                Stream.of(Stage.Awaiting.class, Stage.Working.class)
                        .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                        .map(Class::getName)
                        .collect(Collectors.toSet());
        all.add(Stage.Paused.class.getName());
        assertThat(stages().map(Class::getName)).containsExactlyInAnyOrderElementsOf(all);
        Ride.stages().forEach((type, ride) -> assertThat(ride.get().stage()).isInstanceOf(type));
    }

    /** Every stage x every response: what is not due ends the session, safely. */
    @ParameterizedTest
    @MethodSource("stages")
    void onlyTheResponseDueMovesTheSessionOn(Class<? extends Stage> stage) {
        assertThat(Station.all()).hasSize(17);
        for (Din70121Response response : Station.all()) {
            Ride ride = Ride.reaching(stage);
            boolean due =
                    ride.stage() instanceof Stage.Awaiting awaiting
                            && awaiting.expected().equals(response.getClass().getSimpleName());
            ride.answer(response);
            boolean unexpected =
                    ride.state instanceof State.Done(Ending.Failed(Failure.Unexpected _));
            assertThat(unexpected).as("%s in %s", response, stage).isEqualTo(!due);
            assertSafeAtTheEnd(ride);
        }
    }

    /** Every stage x every other input. */
    @ParameterizedTest
    @MethodSource("stages")
    void everyInputHasAnAnswer(Class<? extends Stage> stage) {
        for (Input input : inputs()) {
            Ride before = Ride.reaching(stage);
            Ride ride = Ride.reaching(stage).input(input);
            switch (input) {
                case Input.Begin _ -> assertThat(ride.state).isEqualTo(before.state);
                case Input.Unplugged _, Input.PilotFault _, Input.LinkLost _, Input.Garbled _ ->
                        assertThat(ride.state).isInstanceOf(State.Done.class);
                case Input.Received _,
                        Input.Fired _,
                        Input.ContactorsMoved _,
                        Input.OwnFault _,
                        Input.StopRequested _ -> {}
            }
            assertSafeAtTheEnd(ride);
        }
    }

    private static void assertSafeAtTheEnd(Ride ride) {
        if (ride.state instanceof State.Done && moves(ride).contains(true)) {
            assertThat(moves(ride).getLast()).isFalse();
        }
        if (ride.state instanceof State.Done
                && ride.did(new Output.SetControlPilot(ControlPilot.C))) {
            assertThat(ride.did(new Output.SetControlPilot(ControlPilot.B))).isTrue();
        }
    }

    @Test
    void everyKindOfInputIsTried() {
        assertThat(inputs().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Input.class.getPermittedSubclasses()));
    }

    private static List<Input> inputs() {
        List<Input> inputs =
                new ArrayList<>(
                        List.of(
                                new Input.Begin(),
                                new Input.Received(
                                        V2gMessage.of(Station.SESSION, new SessionStopReq())),
                                new Input.Garbled("x"),
                                new Input.ContactorsMoved(true),
                                new Input.ContactorsMoved(false),
                                new Input.OwnFault("x"),
                                new Input.StopRequested(),
                                new Input.Unplugged(),
                                new Input.PilotFault(),
                                new Input.LinkLost("x")));
        Arrays.stream(Timer.values()).map(Input.Fired::new).forEach(inputs::add);
        return inputs;
    }

    @Test
    void asksForTheServiceAndTheTransferThatIsOffered() {
        Ride ride = new Ride().good(2);
        ServicePaymentSelectionReq selection = (ServicePaymentSelectionReq) ride.asked();
        assertThat(selection.paymentOption()).isEqualTo(PaymentOption.EXTERNAL_PAYMENT);
        assertThat(selection.services().services()).hasSize(1);
        assertThat(selection.services().services().getFirst().serviceId()).isEqualTo(7);
        ChargeParameterDiscoveryReq parameters =
                (ChargeParameterDiscoveryReq) new Ride().good(4).asked();
        assertThat(parameters.energyTransfer()).isEqualTo(EvRequestedEnergyTransfer.DC_EXTENDED);
    }

    @ParameterizedTest
    @EnumSource(EvseSupportedEnergyTransfer.class)
    void takesWhateverHasDirectCurrent(EvseSupportedEnergyTransfer transfer) {
        Ride ride =
                new Ride()
                        .good(1)
                        .answer(Station.services(transfer, PaymentOption.EXTERNAL_PAYMENT));
        assertThat(ride.asked() instanceof ServicePaymentSelectionReq)
                .isEqualTo(transfer.name().contains("DC"));
    }

    @Test
    void leavesAStationThatTakesContractsOnly() {
        Ride ride =
                new Ride()
                        .good(1)
                        .answer(
                                Station.services(
                                        EvseSupportedEnergyTransfer.DC_CORE,
                                        PaymentOption.CONTRACT));
        assertThat(ride.asked()).isEqualTo(new SessionStopReq());
        ride.answer(new SessionStopRes(ResponseCode.OK));
        assertThat(ride.ending())
                .isEqualTo(new Ending.Failed(new Failure.NotOffered("payment at the station")));
    }

    @Test
    void asksAgainWhileTheStationIsNotReady() {
        Ride ride =
                new Ride()
                        .good(3)
                        .answer(
                                new ContractAuthenticationRes(
                                        ResponseCode.OK, EvseProcessing.ONGOING));
        assertThat(ride.stage()).isInstanceOf(Stage.Paused.class);
        assertThat(ride.pace().asked()).isInstanceOf(ContractAuthenticationReq.class);
        Ride later = new Ride().good(4);
        later.answer(Station.parameters(EvseProcessing.ONGOING, Station.ready(), 500, 1_000));
        assertThat(later.pace().asked()).isInstanceOf(ChargeParameterDiscoveryReq.class);
    }

    @Test
    void aSessionIdOfZeroIsNone() {
        Ride ride =
                new Ride()
                        .input(
                                new Input.Received(
                                        V2gMessage.of(
                                                Bytes.of(new byte[8]), Station.all().getFirst())));
        assertThat(failure(ride)).isInstanceOf(Failure.WrongSession.class);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void anAnswerOfAnotherSessionEndsThisOne(Class<? extends Stage> stage) {
        Ride ride = Ride.reaching(stage);
        if (!(ride.stage() instanceof Stage.Awaiting awaiting)
                || awaiting instanceof Stage.AwaitSessionSetup) {
            return;
        }
        Din70121Response due =
                Station.all().stream()
                        .filter(res -> res.getClass().getSimpleName().equals(awaiting.expected()))
                        .findFirst()
                        .orElseThrow();
        ride.input(new Input.Received(V2gMessage.of(Bytes.fromHex("ff"), due)));
        assertThat(failure(ride)).isInstanceOf(Failure.WrongSession.class);
        assertSafeAtTheEnd(ride);
    }

    private static Failure failure(Ride ride) {
        return (Failure) ((Ending.Failed) ride.ending()).failure();
    }

    @Test
    void aRefusalEndsTheSession() {
        Ride ride =
                new Ride()
                        .good(3)
                        .answer(
                                new ContractAuthenticationRes(
                                        ResponseCode.FAILED, EvseProcessing.FINISHED));
        assertThat(failure(ride))
                .isEqualTo(new Failure.Refused(ResponseCode.FAILED, "ContractAuthenticationRes"));
        assertThat(failure(ride).text()).isEqualTo("The station refused the charge.");
    }

    @Test
    void aStationThatDoesNotFitIsLeft() {
        Ride ride =
                new Ride()
                        .good(4)
                        .answer(
                                Station.parameters(
                                        EvseProcessing.FINISHED, Station.ready(), 300, 1_000));
        assertThat(ride.asked()).isEqualTo(new SessionStopReq());
    }

    @ParameterizedTest
    @EnumSource(
            value = IsolationLevel.class,
            names = {"FAULT", "INVALID"})
    void aBadCableIsNotUsed(IsolationLevel level) {
        Ride ride = new Ride().good(5).answer(Station.cable(EvseProcessing.FINISHED, level));
        assertThat(ride.asked()).isEqualTo(new SessionStopReq());
        assertThat(ride.did(new Output.SetControlPilot(ControlPilot.B))).isTrue();
        assertThat(moves(ride)).isEmpty();
    }

    @Test
    void contactorsCloseOnlyAtTheBatterysVoltage() {
        Ride ride = new Ride().good(6).answer(Station.preCharge(300));
        assertThat(moves(ride)).isEmpty();
        ride.pace().answer(Station.preCharge(340));
        assertThat(moves(ride)).containsExactly(true);
    }

    @Test
    void aStationWithoutElectronicsIsTakenAtItsThirdWord() {
        VehiclePlan real = Ride.plan(2);
        Ride ride =
                new Ride(
                                new VehiclePlan(
                                        real.evccId(),
                                        real.battery(),
                                        real.maxPowerWatts(),
                                        2,
                                        80,
                                        real.pace(),
                                        false))
                        .good(6);
        ride.answer(Station.preCharge(1)).pace().answer(Station.preCharge(1)).pace();
        assertThat(moves(ride)).isEmpty();
        assertThat(moves(ride.answer(Station.preCharge(1)))).containsExactly(true);
    }

    /** 100 kW of the station at 356 V; the schedule says 32,767 W, which is all it can say. */
    @Test
    void theLargestNumberOfAScheduleIsNoLimit() {
        assertThat(demanded(new Ride().good(8))).isBetween(280, 281);
        Ride limited =
                new Ride()
                        .good(4)
                        .answer(
                                Station.parameters(
                                        EvseProcessing.FINISHED, Station.ready(), 500, 20_000))
                        .answer(Station.all().get(5))
                        .answer(Station.all().get(6))
                        .contactors(true)
                        .answer(Station.all().get(7));
        assertThat(demanded(limited)).isEqualTo(56);
        PowerDeliveryReq start = (PowerDeliveryReq) new Ride().good(7).contactors(true).asked();
        assertThat(start.chargingProfile())
                .satisfies(profile -> {
                    assertThat(profile.scheduleTupleId()).isEqualTo(9);
                    assertThat(profile.entries().getFirst().maxPower()).isEqualTo(32_767);
                });
    }

    private static int demanded(Ride ride) {
        return ((CurrentDemandReq) ride.asked()).targetCurrent().toDecimal().intValue();
    }

    @Test
    void followsTheLimitsOfTheLoop() {
        Ride ride = new Ride(Ride.plan(5)).good(8);
        ride.answer(Station.current(Station.ready(), Station.watts(10_000))).pace();
        assertThat(demanded(ride)).isEqualTo(28);
        ride.answer(Station.current(Station.ready(), null)).pace();
        assertThat(demanded(ride)).as("what is not said stays as it was").isEqualTo(28);
        ride.answer(Station.current(Station.ready(), Station.watts(-1))).pace();
        assertThat(demanded(ride)).isZero();
    }

    @Test
    void stopsWhenTheStationAsks() {
        Ride ride =
                new Ride()
                        .good(8)
                        .answer(
                                Station.current(
                                        Station.status(
                                                DcEvseStatusCode.READY,
                                                EvseNotification.STOP_CHARGING),
                                        null));
        assertThat(((PowerDeliveryReq) ride.asked()).ready()).isFalse();
        assertThat(ride.stage())
                .isEqualTo(new Stage.AwaitPowerOff(new Ending.Completed(StopCause.STATION)));
    }

    @Test
    void anEmergencyShutdownIsAFailureThatEndsInOrder() {
        Ride ride =
                new Ride()
                        .good(8)
                        .answer(
                                Station.current(
                                        Station.status(
                                                DcEvseStatusCode.EMERGENCY_SHUTDOWN,
                                                EvseNotification.NONE),
                                        null));
        ride.answer(Station.power(Station.ready())).contactors(false);
        assertThat(ride.asked()).as("no welding detection").isEqualTo(new SessionStopReq());
        ride.answer(new SessionStopRes(ResponseCode.OK));
        assertThat(failure(ride)).isEqualTo(new Failure.StationFault("EMERGENCY_SHUTDOWN"));
    }

    @Test
    void theDriverStopsInTheLoop() {
        Ride ride = new Ride(Ride.plan(100)).good(9).input(new Input.StopRequested());
        assertThat(((PowerDeliveryReq) ride.asked()).ready()).isFalse();
        ride.answer(Station.power(Station.ready())).contactors(false);
        assertThat(ride.asked()).isInstanceOf(WeldingDetectionReq.class);
        ride.answer(Station.welding(5)).answer(new SessionStopRes(ResponseCode.OK));
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.DRIVER));
    }

    /** The timers of the standard: 250 ms in the loop, 2 s elsewhere, stretched by patience. */
    @Test
    void armsTheTimersOfTheStandard() {
        Ride loop = new Ride().good(8);
        assertThat(loop.last)
                .contains(new Output.Arm(Timer.MESSAGE, loop.at.plus(Duration.ofMillis(250))));
        Ride power = new Ride().good(7).contactors(true);
        assertThat(power.last)
                .contains(new Output.Arm(Timer.MESSAGE, power.at.plus(Duration.ofSeconds(2))));
        Ride begun = new Ride();
        assertThat(begun.last)
                .contains(
                        new Output.Arm(
                                Timer.COMMUNICATION_SETUP, begun.at.plus(Duration.ofSeconds(20))));
        begun.good(1);
        assertThat(begun.last)
                .contains(
                        new Output.Arm(
                                Timer.READY_TO_CHARGE, begun.at.plus(Duration.ofSeconds(150))));
        assertThat(new Ride().good(8).did(new Output.Disarm(Timer.READY_TO_CHARGE))).isTrue();
    }

    @Test
    void aSilentStationIsGivenUp() {
        Ride ride = new Ride().good(8).input(new Input.Fired(Timer.MESSAGE));
        assertThat(failure(ride))
                .isEqualTo(new Failure.NoAnswer("CurrentDemandRes", Duration.ofMillis(250)));
        assertThat(moves(ride)).containsExactly(true, false);
    }

    @Test
    void nobodyIdentifiesInTime() {
        Ride ride =
                new Ride()
                        .good(3)
                        .answer(
                                new ContractAuthenticationRes(
                                        ResponseCode.OK, EvseProcessing.ONGOING))
                        .input(new Input.Fired(Timer.READY_TO_CHARGE));
        assertThat(ride.asked()).isEqualTo(new SessionStopReq());
        ride.answer(new SessionStopRes(ResponseCode.OK));
        assertThat(failure(ride))
                .isEqualTo(new Failure.TooSlow(Phase.AUTHORIZATION, Duration.ofSeconds(150)));
    }

    /** E or F, or no pilot at all, while energy flows: open at once, and not a word more. */
    @Test
    void aPilotThatFailsOpensTheContactorsAtOnce() {
        Map<Input, Failure> troubles =
                Map.of(
                        new Input.PilotFault(),
                        new Failure.PilotFault(),
                        new Input.Unplugged(),
                        new Failure.Unplugged());
        troubles.forEach((input, failure) -> {
            Ride ride = Ride.reaching(Stage.AwaitCurrentDemand.class).input(input);
            assertThat(ride.last)
                    .contains(
                            new Output.MoveContactors(false),
                            new Output.SetControlPilot(ControlPilot.B))
                    .noneMatch(Output.Send.class::isInstance);
            assertThat(failure(ride)).isEqualTo(failure);
        });
    }

    @Test
    void contactorsThatCloseTooLateOpenAgain() {
        Ride ride = new Ride().good(7).input(new Input.Unplugged()).contactors(true);
        assertThat(ride.last).containsExactly(new Output.MoveContactors(false));
    }

    @Test
    void weldedContactsAreNotWaitedForForEver() {
        Ride ride = Ride.reaching(Stage.AwaitWeldingDetection.class);
        for (int i = 0; i < 9; i++) {
            ride.answer(Station.welding(350)).pace();
        }
        ride.answer(Station.welding(350));
        assertThat(ride.asked()).isEqualTo(new SessionStopReq());
        assertThat(ride.last).anyMatch(Output.Note.class::isInstance);
    }
}
