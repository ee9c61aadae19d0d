package org.plugcharge.evcc.session.iso2;

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
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.SessionStopRes;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can go wrong, and how the car ends it. */
class EvccFailureTest {

    @Test
    void contractIsNeverUsedWithoutTls() { // [V2G2-633]
        Ride ride = new Ride(Ride.pnc()).input(new Input.Begin(false));
        assertFailed(ride, new Failure.NeedsTls());
        assertThat(ride.sent()).isEmpty();
    }

    @Test
    void carWithoutContractDoesNotBegin() {
        VehiclePlan plan = Ride.eim();
        VehiclePlan noInstall =
                new VehiclePlan(
                        plan.evccId(),
                        plan.wishedSession(),
                        PaymentOption.CONTRACT,
                        CertificateWish.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        plan.modes(),
                        plan.battery(),
                        plan.charger(),
                        plan.maxPowerWatts(),
                        plan.maxLoops(),
                        plan.targetPercent(),
                        plan.pace(),
                        plan.stationHasPower(),
                        plan.wishes());
        Ride ride = new Ride(noInstall).input(new Input.Begin(true));
        assertThat(failure(ride)).isInstanceOf(Failure.OwnFault.class);
    }

    @Test
    void stationWithoutOurProtocol() {
        Ride refused =
                Ride.to(Ride.eim(), Stage.AwaitAppProtocol.class)
                        .input(
                                new Input.Handshake(
                                        new SupportedAppProtocolRes(
                                                AppProtocolResponseCode.FAILED_NO_NEGOTIATION,
                                                null)));
        assertFailed(refused, new Failure.NoProtocol());
        Ride other =
                Ride.to(Ride.eim(), Stage.AwaitAppProtocol.class)
                        .input(
                                new Input.Handshake(
                                        new SupportedAppProtocolRes(
                                                AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION,
                                                9)));
        assertFailed(other, new Failure.NoProtocol());
    }

    @Test
    void zeroIsNoSessionId() { // [V2G2-750]
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitSessionSetup.class);
        SessionSetupRes response = Station.sessionSetup();
        ride.input(new Input.Received(V2gMessage.of(Bytes.fromHex("0000000000000000"), response)));
        assertThat(failure(ride)).isInstanceOf(Failure.WrongSession.class);
    }

    @Test
    void responseOfAnotherSession() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCableCheck.class);
        ride.input(
                new Input.Received(
                        V2gMessage.of(
                                Bytes.fromHex("0807060504030201"),
                                Station.cableCheck(
                                        EvseProcessing.FINISHED, IsolationLevel.VALID))));
        assertFailed(ride, new Failure.WrongSession("0102030405060708", "0807060504030201"));
        assertThat(ride.last).contains(new Output.SetControlPilot(ControlPilot.B));
    }

    static Stream<Class<? extends Stage>> awaiting() {
        return Stream.of(Stage.Awaiting.class.getPermittedSubclasses())
                .map(type -> type.asSubclass(Stage.class));
    }

    @ParameterizedTest
    @MethodSource("awaiting")
    void unexpectedMessageEndsTheSessionCleanly(Class<? extends Stage> stage) {
        Ride ride = reach(stage);
        boolean closed = ((State.Active) ride.state).session().contactorsClosed();
        ride.answer(
                stage == Stage.AwaitCableCheck.class
                        ? Station.preCharge(Station.BATTERY_VOLTAGE)
                        : cableCheck());
        assertThat(failure(ride)).isInstanceOf(Failure.Unexpected.class);
        assertThat(ride.timers).isEmpty();
        assertThat(ride.last.contains(new Output.MoveContactors(false))).isEqualTo(closed);
    }

    @ParameterizedTest
    @MethodSource("awaiting")
    void silenceEndsTheSessionAtTheMessageTimeout(Class<? extends Stage> stage) {
        Ride ride = reach(stage);
        java.time.Instant sent = ride.now;
        ride.fire(Timer.MESSAGE);
        assertThat(failure(ride))
                .isInstanceOfSatisfying(
                        Failure.NoAnswer.class,
                        silence ->
                                assertThat(silence.limit())
                                        .isEqualTo(Duration.between(sent, ride.now)));
        assertThat(ride.timers).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("awaiting")
    void lostLinkEndsTheSession(Class<? extends Stage> stage) {
        Ride ride = reach(stage).input(new Input.LinkLost("reset by peer"));
        assertFailed(ride, new Failure.LinkLost("reset by peer"));
        assertThat(ride.timers).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ResponseCode.class)
    void everyRefusalHasWordsForTheDriver(ResponseCode code) {
        Ride ride = Ride.to(Ride.pnc(), Stage.AwaitPaymentDetails.class);
        ride.answer(new PaymentDetailsRes(code, Station.CHALLENGE, 0));
        if (code.failed()) {
            assertFailed(ride, new Failure.Refused(code, "PaymentDetailsRes"));
            assertThat(ride.ending().text()).endsWith(".").doesNotContain("FAILED");
        } else {
            assertThat(ride.stage()).isInstanceOf(Stage.SigningAuthorization.class);
        }
    }

    @Test
    void refusalInTheChargeLoopOpensTheContactorsAndEnds() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class);
        ride.answer(new SessionStopRes(ResponseCode.FAILED_SEQUENCE_ERROR));
        assertFailed(
                ride, new Failure.Refused(ResponseCode.FAILED_SEQUENCE_ERROR, "SessionStopRes"));
        assertThat(ride.last)
                .contains(
                        new Output.MoveContactors(false),
                        new Output.SetControlPilot(ControlPilot.B));
    }

    @Test
    void stationWithoutDirectCurrentIsLeftInOrder() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitServiceDiscovery.class);
        ride.answer(
                Station.services(
                        List.of(PaymentOption.EXTERNAL_PAYMENT),
                        EnergyTransferMode.AC_THREE_PHASE_CORE,
                        false));
        assertLeaving(ride, new Failure.NotOffered("direct current charging"));
    }

    @Test
    void stationWithoutOurWayOfPayingIsLeftInOrder() {
        Ride ride = Ride.to(Ride.pnc(), Stage.AwaitServiceDiscovery.class);
        ride.answer(
                Station.services(
                        List.of(PaymentOption.EXTERNAL_PAYMENT),
                        EnergyTransferMode.DC_CORE,
                        false));
        assertLeaving(ride, new Failure.NotOffered("Plug and Charge"));
    }

    @Test
    void withoutCertificateServiceTheCarUsesItsContractOrLeaves() {
        Ride none = Ride.to(Ride.installing(), Stage.AwaitServiceDiscovery.class);
        none.answer(
                Station.services(
                        List.of(PaymentOption.CONTRACT), EnergyTransferMode.DC_CORE, false));
        assertLeaving(none, new Failure.NotOffered("installation of charging contracts"));

        VehiclePlan both = Ride.pnc().installing(Ride.installing().provisioning().orElseThrow());
        Ride old = Ride.to(both, Stage.AwaitServiceDiscovery.class);
        old.answer(
                Station.services(
                        List.of(PaymentOption.CONTRACT), EnergyTransferMode.DC_CORE, false));
        assertThat(old.stage()).isInstanceOf(Stage.AwaitPaymentSelection.class);
        assertThat(old.last).hasAtLeastOneElementOfType(Output.Note.class);
    }

    @Test
    void contractThatCannotBeTrustedIsNotInstalled() {
        Ride unsigned = Ride.to(Ride.installing(), Stage.AwaitCertificateInstallation.class);
        unsigned.answer(Station.installation());
        assertLeaving(unsigned, new Failure.BadContract("the response is not signed"));

        Ride refused = Ride.to(Ride.installing(), Stage.OpeningContract.class);
        refused.input(new Input.ContractRefused("digest of id2 does not match"));
        assertThat(refused.last).doesNotHaveAnyElementsOfTypes(Output.StoreContract.class);
        assertLeaving(refused, new Failure.BadContract("digest of id2 does not match"));
    }

    @Test
    void authorisationMayGoOnForSixtySeconds() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitAuthorization.class);
        java.time.Instant began = ride.now;
        while (ride.timers.get(Timer.ONGOING) != null && ride.state instanceof State.Active) {
            ride.answer(
                    new AuthorizationRes(
                            ResponseCode.OK, EvseProcessing.ONGOING_WAITING_FOR_CUSTOMER));
            java.time.Instant ongoing =
                    java.util.Objects.requireNonNull(ride.timers.get(Timer.ONGOING));
            java.time.Instant pace = java.util.Objects.requireNonNull(ride.timers.get(Timer.PACE));
            ride.fire(ongoing.isAfter(pace) ? Timer.PACE : Timer.ONGOING);
        }
        assertThat(Duration.between(began, ride.now)).isEqualTo(Duration.ofSeconds(60));
        assertLeaving(ride, new Failure.TooSlow(Phase.AUTHORIZATION, Duration.ofSeconds(60)));
    }

    @Test
    void cableCheckMayTakeFortySecondsAndPreChargeSeven() {
        Ride cable = Ride.to(Ride.eim(), Stage.AwaitCableCheck.class);
        cable.answer(Station.cableCheck(EvseProcessing.ONGOING, IsolationLevel.VALID))
                .fire(Timer.CABLE_CHECK);
        assertLeaving(cable, new Failure.TooSlow(Phase.CABLE_CHECK, Duration.ofSeconds(40)));

        Ride pre = Ride.to(Ride.eim(), Stage.AwaitPreCharge.class);
        pre.answer(Station.preCharge(PhysicalValue.of(1, UnitSymbol.VOLT))).fire(Timer.PRE_CHARGE);
        assertLeaving(pre, new Failure.TooSlow(Phase.PRE_CHARGE, Duration.ofSeconds(7)));
    }

    @Test
    void setUpMayTakeTwentySeconds() {
        Ride ride =
                Ride.to(Ride.eim(), Stage.AwaitSessionSetup.class).fire(Timer.COMMUNICATION_SETUP);
        assertFailed(ride, new Failure.TooSlow(Phase.SESSION_SETUP, Duration.ofSeconds(20)));
    }

    @Test
    void badIsolationIsNeverChargedOver() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCableCheck.class);
        ride.answer(Station.cableCheck(EvseProcessing.FINISHED, IsolationLevel.FAULT));
        assertLeaving(ride, new Failure.BadIsolation("FAULT"));
    }

    @Test
    void stationThatDoesNotFitTheBatteryIsLeft() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitChargeParameters.class);
        ride.answer(Station.parameters(EvseProcessing.FINISHED, Station.status(), 300));
        assertLeaving(ride, new Failure.Incompatible("it gives at most 300 V"));
    }

    @Test
    void stationWithoutScheduleIsLeft() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitChargeParameters.class);
        ChargeParameterDiscoveryRes full = Station.parameters();
        ride.answer(
                new ChargeParameterDiscoveryRes(
                        ResponseCode.OK, EvseProcessing.FINISHED, null, full.chargeParameter()));
        assertLeaving(ride, new Failure.NotOffered("a charging schedule"));
    }

    @ParameterizedTest
    @EnumSource(
            value = DcEvseStatusCode.class,
            names = {"EMERGENCY_SHUTDOWN", "MALFUNCTION", "UTILITY_INTERRUPT_EVENT"})
    void faultOfTheStationEndsTheChargeInOrder(DcEvseStatusCode code) {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class);
        ride.answer(Station.currentDemand(Station.status(EvseNotification.NONE, code), false));
        PowerDeliveryReq stop = (PowerDeliveryReq) ride.sent().getFirst();
        assertThat(stop.progress()).isEqualTo(ChargeProgress.STOP);
        assertThat(ride.finish()).hasAtLeastOneElementOfType(SessionStopReq.class);
        assertFailed(ride, new Failure.StationFault(code.name()));

        Ride early = Ride.to(Ride.eim(), Stage.AwaitChargeParameters.class);
        early.answer(
                Station.parameters(
                        EvseProcessing.FINISHED,
                        Station.status(EvseNotification.NONE, code),
                        1000));
        assertLeaving(early, new Failure.StationFault(code.name()));
    }

    @Test
    void stationMayAskTheCarToStop() {
        Ride asked = Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class);
        asked.answer(
                Station.currentDemand(
                        Station.status(EvseNotification.STOP_CHARGING, DcEvseStatusCode.READY),
                        false));
        asked.finish();
        assertThat(asked.ending()).isEqualTo(new Ending.Completed(StopCause.STATION));

        Ride shutDown = Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class);
        shutDown.answer(
                Station.currentDemand(
                        Station.status(EvseNotification.NONE, DcEvseStatusCode.SHUTDOWN), false));
        shutDown.finish();
        assertThat(shutDown.ending()).isEqualTo(new Ending.Completed(StopCause.STATION));
    }

    static Stream<Class<? extends Stage>> stages() {
        return Stream.concat(
                awaiting(),
                Stream.of(Stage.Working.class.getPermittedSubclasses())
                        .map(type -> type.asSubclass(Stage.class)));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void driverMayStopAtAnyTimeAndTheSessionEndsInOrder(Class<? extends Stage> stage) {
        Ride ride = reach(stage).input(new Input.StopRequested());
        assertThat(ride.sent()).isEmpty();
        boolean stopping = ((State.Active) ride.state).phase().compareTo(Phase.POWER_OFF) >= 0;
        assertThat(EvccSequenceTest.names(ride.finish()))
                .endsWith(
                        stage == Stage.AwaitSessionStop.class
                                ? new String[0]
                                : new String[] {"SessionStopReq"});
        assertThat(ride.ending())
                .isEqualTo(
                        new Ending.Completed(stopping ? StopCause.LOOPS_DONE : StopCause.DRIVER));
    }

    @Test
    void driverMayStopBetweenTwoDemands() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class).proceed();
        assertThat(ride.stage()).isInstanceOf(Stage.Paused.class);
        ride.input(new Input.StopRequested());
        assertThat(ride.sent()).hasOnlyElementsOfType(PowerDeliveryReq.class);
        ride.finish();
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.DRIVER));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void pulledCableOpensTheContactorsAtOnce(Class<? extends Stage> stage) {
        Ride ride = reach(stage);
        boolean closed =
                ((State.Active) ride.state).session().contactorsClosed()
                        || stage == Stage.ClosingContactors.class;
        ride.input(new Input.Unplugged());
        assertFailed(ride, new Failure.Unplugged());
        assertThat(ride.last.contains(new Output.MoveContactors(false))).isEqualTo(closed);
        assertThat(ride.last.getLast()).isInstanceOf(Output.Close.class);
    }

    @Test
    void carThatCannotSignLeavesInOrder() {
        Ride ride =
                Ride.to(Ride.pnc(), Stage.SigningAuthorization.class)
                        .input(new Input.OwnFault("no key"));
        assertLeaving(ride, new Failure.OwnFault("no key"));
    }

    @Test
    void carsOwnWorkMayTakeFortySeconds() { // [V2G2-485]
        Ride ride =
                Ride.to(Ride.pnc(), Stage.SigningAuthorization.class)
                        .fire(Timer.SEQUENCE_PERFORMANCE);
        assertLeaving(ride, new Failure.OwnFault("its own work took too long"));
    }

    @Test
    void contactorsThatCloseTooLateAreOpenedAgain() {
        Ride ride =
                Ride.to(Ride.eim(), Stage.ClosingContactors.class).fire(Timer.SEQUENCE_PERFORMANCE);
        ride.input(new Input.ContactorsMoved(true));
        assertThat(ride.last).containsExactly(new Output.MoveContactors(false));
    }

    @Test
    void failureStaysTheReasonWhenTheFarewellFailsToo() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCableCheck.class);
        ride.answer(Station.cableCheck(EvseProcessing.FINISHED, IsolationLevel.FAULT))
                .fire(Timer.MESSAGE);
        assertFailed(ride, new Failure.BadIsolation("FAULT"));
    }

    @Test
    void garbageEndsTheSession() {
        Ride ride =
                Ride.to(Ride.eim(), Stage.AwaitServiceDiscovery.class)
                        .input(new Input.Garbled("unexpected end at bit 17"));
        assertFailed(ride, new Failure.Garbled("unexpected end at bit 17"));
    }

    private static Ride reach(Class<? extends Stage> stage) {
        return Ride.reaching(stage);
    }

    private static org.plugcharge.v2g.iso2.Iso2Response cableCheck() {
        return Station.cableCheck(EvseProcessing.FINISHED, IsolationLevel.VALID);
    }

    private static Failure failure(Ride ride) {
        assertThat(ride.last.getLast()).isEqualTo(new Output.Close(ride.ending()));
        return (Failure) ((Ending.Failed) ride.ending()).failure();
    }

    private static void assertFailed(Ride ride, Failure expected) {
        assertThat(ride.ending()).isEqualTo(new Ending.Failed(expected));
    }

    private static void assertLeaving(Ride ride, Failure expected) {
        assertThat(ride.sent()).hasOnlyElementsOfType(SessionStopReq.class).hasSize(1);
        assertThat(ride.stage()).isEqualTo(new Stage.AwaitSessionStop(new Ending.Failed(expected)));
        ride.finish();
        assertFailed(ride, expected);
        assertThat(ride.timers).isEmpty();
    }
}
