package org.plugcharge.evcc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.PMaxSchedule;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ProfileEntry;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.ServiceList;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a car does beside the plain DC session: AC, prices, renegotiation, pause, services. */
class EvccWishesTest {

    @Test
    void alternatingCurrentHasNeitherCableCheckNorContactorsNorWelding() {
        Ride ride = new Ride(Ride.eim().alternating(OnBoardCharger.ELEVEN_KILOWATTS));
        ride.input(new Input.Begin(false));
        assertThat(EvccSequenceTest.names(ride.finish()))
                .containsExactly(
                        "SessionSetupReq",
                        "ServiceDiscoveryReq",
                        "PaymentServiceSelectionReq",
                        "AuthorizationReq",
                        "ChargeParameterDiscoveryReq",
                        "PowerDeliveryReq",
                        "ChargingStatusReq",
                        "ChargingStatusReq",
                        "ChargingStatusReq",
                        "PowerDeliveryReq",
                        "SessionStopReq");
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
    }

    @Test
    void thePilotShowsCBeforeAcPowerIsAskedFor() {
        Ride ride = Ride.to(Ride.ac(), Stage.AwaitPowerOn.class);
        assertThat(ride.last.indexOf(new Output.SetControlPilot(ControlPilot.C)))
                .isLessThan(indexOfSend(ride));
        assertThat(ride.last).doesNotHaveAnyElementsOfTypes(Output.MoveContactors.class);
    }

    private static int indexOfSend(Ride ride) {
        for (int i = 0; i < ride.last.size(); i++) {
            if (ride.last.get(i) instanceof Output.Send) {
                return i;
            }
        }
        throw new AssertionError("nothing sent in " + ride.last);
    }

    /**
     * The charger takes 16 A, the station's word is the lower limit, below 6 A it takes nothing.
     */
    @ParameterizedTest
    @CsvSource({"32, 16000", "10, 10000", "5, 0"})
    void theChargerDrawsWithinTheStationsWord(int allowed, long drawn) {
        Ride ride = Ride.to(Ride.ac(), Stage.AwaitChargingStatus.class);
        ride.answer(
                Station.chargingStatus(
                        Station.acStatus(EvseNotification.NONE, false), false, allowed));
        assertThat(((State.Active) ride.state).session().drawn()).isEqualTo(drawn);
        assertThat(ride.last.contains(new Output.Draw(3, drawn))).isEqualTo(drawn > 0);
    }

    @Test
    void theBatteryTakesWhatTheChargerDrew() {
        Ride ride = Ride.to(Ride.ac(), Stage.AwaitChargingStatus.class);
        ride.proceed().proceed();
        ride.after(Duration.ofMillis(200)).proceed();
        Session session = ((State.Active) ride.state).session();
        long gained =
                session.battery().storedNanojoules() - Ride.eim().battery().storedNanojoules();
        assertThat(gained).isEqualTo(230_000L * 16_000 * 3 * 300);
    }

    @Test
    void aPulledCableStopsTheCharger() {
        Ride ride = Ride.to(Ride.ac(), Stage.AwaitChargingStatus.class).proceed();
        ride.input(new Input.Unplugged());
        assertThat(ride.last)
                .contains(new Output.Draw(0, 0), new Output.SetControlPilot(ControlPilot.B));
    }

    @Test
    void aTrippedResidualCurrentDeviceEndsTheCharge() {
        Ride ride = Ride.to(Ride.ac(), Stage.AwaitChargingStatus.class);
        ride.answer(
                Station.chargingStatus(
                        Station.acStatus(EvseNotification.STOP_CHARGING, true), false, 16));
        assertThat(ride.finish()).hasAtLeastOneElementOfType(SessionStopReq.class);
        assertThat(ride.ending()).isEqualTo(new Ending.Failed(new Failure.StationFault("RCD")));
    }

    @Test
    void anAcOutletSignsReceiptsToo() {
        Ride ride = Ride.to(Ride.ac(), Stage.AwaitChargingStatus.class);
        ride.answer(
                Station.chargingStatus(Station.acStatus(EvseNotification.NONE, false), true, 16));
        assertThat(ride.stage()).isInstanceOf(Stage.SigningReceipt.class);
        ride.proceed();
        assertThat(ride.sent()).hasOnlyElementsOfType(MeteringReceiptReq.class);
        ride.proceed();
        assertThat(ride.finish()).hasAtLeastOneElementOfType(ChargingStatusReq.class);
    }

    @Test
    void withProvenPricesTheCheapScheduleIsChosenElseTheStrongOne() {
        ChargeParameterDiscoveryRes offer =
                Station.with(
                        Station.parameters(),
                        tuple(1, 100_000, Station.tariff("id1", 9, 9)),
                        tuple(2, 60_000, Station.tariff("id2", 3, 9)));
        assertThat(chosen(offer, Optional.empty())).isEqualTo(2);
        assertThat(chosen(offer, Optional.of("no signature"))).isEqualTo(1);
    }

    private static int chosen(ChargeParameterDiscoveryRes offer, Optional<String> flaw) {
        Ride ride = Ride.to(Ride.pnc(), Stage.AwaitChargeParameters.class).answer(offer);
        assertThat(ride.last).hasAtLeastOneElementOfType(Output.JudgeTariffs.class);
        ride.input(new Input.TariffsJudged(flaw));
        while (!(ride.stage() instanceof Stage.AwaitPowerOn)) {
            ride.proceed();
        }
        return ((PowerDeliveryReq) ride.sent().getFirst()).scheduleTupleId();
    }

    private static SaScheduleTuple tuple(int id, long watts, SalesTariff tariff) {
        return new SaScheduleTuple(
                id,
                new PMaxSchedule(
                        List.of(
                                new PMaxScheduleEntry(
                                        new RelativeTimeInterval(0, 86_400L),
                                        PhysicalValue.of(watts, UnitSymbol.WATT)))),
                tariff);
    }

    @Test
    void whoPaysAtTheStationBelievesNoPrices() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitChargeParameters.class);
        ride.answer(Station.withTariff(Station.parameters()));
        assertThat(ride.stage()).isInstanceOf(Stage.AwaitCableCheck.class);
    }

    @Test
    void theDemandFollowsTheProfile() {
        Agreement.Plan plan =
                new Agreement.Plan(
                        1,
                        new ChargingProfile(
                                List.of(
                                        new ProfileEntry(
                                                0, PhysicalValue.of(50, UnitSymbol.WATT), null),
                                        new ProfileEntry(
                                                60, PhysicalValue.of(20, UnitSymbol.WATT), null))),
                        Instant.EPOCH);
        assertThat(plan.wattsAt(Instant.EPOCH.plusSeconds(59))).isEqualTo(50);
        assertThat(plan.wattsAt(Instant.EPOCH.plusSeconds(60))).isEqualTo(20);
    }

    /** [V2G2-565] */
    @Test
    void renegotiatingDcTheCableIsCheckedAgainWithOpenContactors() {
        Ride ride =
                Ride.to(
                        Ride.eim().wishing(Wishes.NONE.renegotiatingAfter(1)),
                        Stage.OpeningForCableCheck.class);
        assertThat(ride.last).contains(new Output.MoveContactors(false));
        assertThat(EvccSequenceTest.names(ride.finish()))
                .startsWith("CableCheckReq", "PreChargeReq", "PowerDeliveryReq", "CurrentDemandReq")
                .endsWith("SessionStopReq");
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
    }

    @Test
    void someCarsGoOnWithoutCheckingTheCableAgain() {
        Ride ride =
                Ride.to(
                        Ride.eim()
                                .wishing(
                                        Wishes.NONE.renegotiatingAfter(1).withoutCableCheckAgain()),
                        Stage.AwaitRenegotiation.class);
        ride.proceed().proceed();
        assertThat(EvccSequenceTest.names(ride.sent())).containsExactly("PowerDeliveryReq");
        assertThat(((State.Active) ride.state).session().contactorsClosed()).isTrue();
    }

    @Test
    void theStationMayAskForRenegotiation() {
        Ride ride = Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class);
        ride.answer(
                Station.currentDemand(
                        Station.status(EvseNotification.RENEGOTIATION, DcEvseStatusCode.READY),
                        false));
        PowerDeliveryReq asked = (PowerDeliveryReq) ride.sent().getFirst();
        assertThat(asked.progress()).isEqualTo(ChargeProgress.RENEGOTIATE);
    }

    @Test
    void aStopWhileRenegotiatingTurnsThePowerOffFirst() {
        Ride ride =
                Ride.to(
                        Ride.eim().wishing(Wishes.NONE.renegotiatingAfter(1)),
                        Stage.AwaitRenegotiation.class);
        ride.input(new Input.StopRequested()).proceed();
        assertThat(((PowerDeliveryReq) ride.sent().getFirst()).progress())
                .isEqualTo(ChargeProgress.STOP);
        ride.finish();
        assertThat(ride.ending()).isEqualTo(new Ending.Completed(StopCause.DRIVER));
    }

    @Test
    void aPausedSessionKeepsItsIdAndIsAskedForAgain() {
        Ride ride = new Ride(Ride.eim().wishing(Wishes.NONE.pausing()));
        ride.input(new Input.Begin(false));
        SessionStopReq stop = (SessionStopReq) ride.finish().getLast();
        assertThat(stop.chargingSession()).isEqualTo(ChargingSession.PAUSE);
        assertThat(ride.last).contains(new Output.KeepSession(Station.SESSION));
        Ride again = Ride.to(Ride.eim().resuming(Station.SESSION), Stage.AwaitSessionSetup.class);
        assertThat(again.last)
                .anySatisfy(output ->
                        assertThat(output)
                                .isInstanceOfSatisfying(
                                        Output.Send.class,
                                        send ->
                                                assertThat(send.message().header().sessionId())
                                                        .isEqualTo(Station.SESSION)));
    }

    @Test
    void aContractIsUpdatedWithTheKeyOfTheOldOne() {
        Ride ride = Ride.to(Ride.updating(), Stage.SigningInstallation.class);
        assertThat(ride.last)
                .anySatisfy(output ->
                        assertThat(output)
                                .isInstanceOfSatisfying(
                                        Output.Sign.class,
                                        sign ->
                                                assertThat(sign.key())
                                                        .isEqualTo(SigningKey.CONTRACT)));
        ride.proceed();
        assertThat(ride.sent()).hasOnlyElementsOfType(CertificateUpdateReq.class);
        ride.proceed();
        assertThat(ride.last)
                .anySatisfy(output ->
                        assertThat(output)
                                .isInstanceOfSatisfying(
                                        Output.OpenContract.class,
                                        open ->
                                                assertThat(open.sealedFor())
                                                        .isEqualTo(SigningKey.CONTRACT)));
        ride.finish();
        assertThat(ride.ending()).isInstanceOf(Ending.Completed.class);
    }

    @Test
    void aWishedServiceIsAskedAboutAndSelectedWithItsFirstParameterSet() {
        Ride ride =
                Ride.to(
                        Ride.eim().wishing(Wishes.NONE.with(Set.of(3))),
                        Stage.AwaitServiceDiscovery.class);
        ServiceDiscoveryRes plain = Station.services();
        ride.answer(
                new ServiceDiscoveryRes(
                        plain.responseCode(),
                        plain.paymentOptions(),
                        plain.chargeService(),
                        new ServiceList(
                                List.of(
                                        new Service(
                                                3,
                                                "InternetAccess",
                                                ServiceCategory.INTERNET,
                                                null,
                                                true)))));
        assertThat(ride.sent()).containsExactly(new ServiceDetailReq(3));
        ride.proceed();
        PaymentServiceSelectionReq selection = (PaymentServiceSelectionReq) ride.sent().getFirst();
        assertThat(selection.services().services())
                .containsExactly(new SelectedService(1, null), new SelectedService(3, 1));
    }
}
