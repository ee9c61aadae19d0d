package org.plugcharge.evcc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Whole sessions with a station that behaves. */
class EvccSequenceTest {

    @Test
    void payingAtTheStationTheMessagesComeInTheOrderOfTheStandard() {
        Ride ride = new Ride(Ride.eim());
        ride.input(new Input.Begin(false));
        assertThat(ride.last).hasAtLeastOneElementOfType(Output.SendHandshake.class);

        assertThat(names(ride.finish()))
                .containsExactly(
                        "SessionSetupReq",
                        "ServiceDiscoveryReq",
                        "PaymentServiceSelectionReq",
                        "AuthorizationReq",
                        "ChargeParameterDiscoveryReq",
                        "CableCheckReq",
                        "PreChargeReq",
                        "PowerDeliveryReq",
                        "CurrentDemandReq",
                        "CurrentDemandReq",
                        "CurrentDemandReq",
                        "PowerDeliveryReq",
                        "WeldingDetectionReq",
                        "SessionStopReq");
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
    }

    @Test
    void withInstallationTheContractIsFetchedOpenedStoredAndUsed() {
        Ride ride = new Ride(Ride.installing());
        ride.input(new Input.Begin(true));

        assertThat(names(ride.finish()).subList(0, 8))
                .containsExactly(
                        "SessionSetupReq",
                        "ServiceDiscoveryReq",
                        "ServiceDetailReq",
                        "PaymentServiceSelectionReq",
                        "CertificateInstallationReq",
                        "PaymentDetailsReq",
                        "AuthorizationReq",
                        "ChargeParameterDiscoveryReq");
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
    }

    @Test
    void deliveredContractIsStoredBeforeItIsPresented() {
        Ride ride = Ride.to(Ride.installing(), Stage.OpeningContract.class);
        ride.input(new Input.ContractOpened(Ride.DELIVERED));

        assertThat(ride.last).contains(new Output.StoreContract(Ride.DELIVERED));
        PaymentDetailsReq sent = (PaymentDetailsReq) ride.sent().getFirst();
        assertThat(sent.emaid()).isEqualTo(Ride.DELIVERED.emaid());
        assertThat(sent.contractChain().certificate()).isEqualTo(Ride.DELIVERED.certificate());
    }

    @Test
    void certificateServiceIsSelectedWithItsParameterSet() {
        Ride ride = Ride.to(Ride.installing(), Stage.AwaitServiceDetail.class);
        ride.proceed();

        PaymentServiceSelectionReq sent = (PaymentServiceSelectionReq) ride.sent().getFirst();
        assertThat(sent.services().services())
                .extracting(service -> service.serviceId() + ":" + service.parameterSetId())
                .containsExactly("1:null", "2:1");
    }

    @Test
    void challengeIsSignedOnceAndTheRequestIsBareWhileTheStationIsWaiting() { // [V2G2-684]
        Ride ride = Ride.to(Ride.pnc(), Stage.SigningAuthorization.class);
        assertThat(ride.last)
                .contains(
                        new Output.Sign(
                                SigningKey.CONTRACT,
                                new AuthorizationReq("id1", Station.CHALLENGE)));
        ride.proceed();
        assertThat(ride.last)
                .anySatisfy(output ->
                        assertThat(output)
                                .isInstanceOfSatisfying(
                                        Output.Send.class,
                                        send ->
                                                assertThat(send.message().header().signature())
                                                        .isEqualTo(Station.SIGNATURE)));
        ride.answer(Station.authorization(EvseProcessing.ONGOING)).fire(Timer.PACE);
        assertThat(ride.sent()).containsExactly(new AuthorizationReq(null, null));
    }

    @Test
    void everyMessageAfterSessionSetupCarriesTheSessionId() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitServiceDiscovery.class);
        assertThat(ride.last)
                .anySatisfy(output ->
                        assertThat(output)
                                .isInstanceOfSatisfying(
                                        Output.Send.class,
                                        send ->
                                                assertThat(send.message().header().sessionId())
                                                        .isEqualTo(Station.SESSION)));
    }

    @Test
    void loopsOfAllKindsRepeatTheirRequestAfterARest() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCableCheck.class);
        ride.answer(Station.cableCheck(EvseProcessing.ONGOING, IsolationLevel.INVALID));
        assertThat(ride.stage()).isInstanceOf(Stage.Paused.class);
        ride.fire(Timer.PACE);
        assertThat(names(ride.sent())).containsExactly("CableCheckReq");

        ride.proceed();
        ride.answer(Station.preCharge(PhysicalValue.of(100, UnitSymbol.VOLT))).fire(Timer.PACE);
        PreChargeReq again = (PreChargeReq) ride.sent().getFirst();
        assertThat(again.targetVoltage().toDecimal()).isEqualByComparingTo("338");
        assertThat(again.targetCurrent().toDecimal()).isLessThanOrEqualTo(java.math.BigDecimal.TWO);
    }

    @Test
    void contactorsCloseOnlyWhenTheVoltagesMatch() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitPreCharge.class);
        ride.answer(Station.preCharge(PhysicalValue.of(317, UnitSymbol.VOLT)));
        assertThat(ride.last).doesNotContain(new Output.MoveContactors(true));
        ride.fire(Timer.PACE).answer(Station.preCharge(PhysicalValue.of(319, UnitSymbol.VOLT)));
        assertThat(ride.last).contains(new Output.MoveContactors(true));
    }

    @Test
    void powerIsAskedForUnderTheBestScheduleAndNeverAboveAnyLimit() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitPowerOn.class);
        PowerDeliveryReq start = (PowerDeliveryReq) ride.sent().getFirst();
        assertThat(start.progress()).isEqualTo(ChargeProgress.START);
        assertThat(start.scheduleTupleId()).isEqualTo(7);
        assertThat(Objects.requireNonNull(start.chargingProfile()).entries())
                .extracting(entry -> entry.maxPower().toDecimal().toPlainString())
                .containsExactly("120000");
        ride.proceed();
        CurrentDemandReq demand = (CurrentDemandReq) ride.sent().getFirst();
        assertThat(demand.targetCurrent().toDecimal()).isEqualByComparingTo("355");
    }

    @Test
    void batteryTakesInWhatTheStationDelivers() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class);
        ride.after(Duration.ofMillis(200)).proceed();
        Output.Observed observed =
                (Output.Observed)
                        ride.last.stream()
                                .filter(Output.Observed.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertThat(observed.point().millivolts()).isEqualTo(400_000);
        assertThat(observed.point().milliamps()).isEqualTo(300_000);
        Session session = ((State.Active) ride.state).session();
        assertThat(session.battery().storedNanojoules() - Ride.eim().battery().storedNanojoules())
                .isEqualTo(400_000L * 300_000L * 200L);
    }

    @Test
    void receiptIsSignedWhenTheStationWantsOne() {
        Ride ride = Ride.to(Ride.pnc(), Stage.AwaitCurrentDemand.class);
        ride.answer(Station.currentDemand(Station.status(), true));
        assertThat(ride.stage()).isInstanceOf(Stage.SigningReceipt.class);
        ride.proceed();
        assertThat(ride.sent()).hasOnlyElementsOfType(MeteringReceiptReq.class);
        ride.proceed();
        assertThat(ride.finish()).hasAtLeastOneElementOfType(CurrentDemandReq.class);
        assertThat(ride.ending()).isInstanceOf(Ending.Completed.class);
    }

    @Test
    void chargeStopsAtTheTarget() {
        VehiclePlan plan = Ride.eim();
        VehiclePlan nearlyThere =
                VehiclePlan.externalPayment(
                        plan.evccId(),
                        org.plugcharge.evcc.battery.Battery.at(plan.battery().spec(), 80),
                        100);
        Ride ride = Ride.to(nearlyThere, Stage.AwaitCurrentDemand.class);
        ride.proceed();
        assertThat(ride.stage()).isInstanceOf(Stage.AwaitPowerOff.class);
        ride.finish();
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.TARGET_REACHED));
    }

    @Test
    void contactorsAreOpenAndThePilotBackBeforeWeldingDetection() {
        Ride ride = Ride.to(Ride.eim(), Stage.OpeningContactors.class);
        assertThat(ride.last)
                .contains(
                        new Output.SetControlPilot(ControlPilot.B),
                        new Output.MoveContactors(false));
        assertThat(ride.sent()).isEmpty();
        ride.proceed();
        assertThat(ride.sent()).hasOnlyElementsOfType(WeldingDetectionReq.class);
    }

    @Test
    void weldingDetectionIsRepeatedTenTimesAtMostAndNoted() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitWeldingDetection.class);
        for (int i = 0; i < 9; i++) {
            ride.answer(Station.welding(300)).fire(Timer.PACE);
        }
        ride.answer(Station.welding(300));
        assertThat(ride.last).hasAtLeastOneElementOfType(Output.Note.class);
        assertThat(names(ride.sent())).containsExactly("SessionStopReq");
    }

    @Test
    void noTimerIsLeftRunningAtTheEnd() {
        Ride ride = new Ride(Ride.installing());
        ride.input(new Input.Begin(true));
        ride.finish();
        assertThat(ride.timers).isEmpty();
    }

    static List<String> names(List<Iso2Body> bodies) {
        return bodies.stream().map(body -> body.getClass().getSimpleName()).toList();
    }
}
