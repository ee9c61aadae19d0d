package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ParameterSet;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.SelectedServiceList;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDetailRes;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Renegotiation, pause and resume, services, certificate update. */
class RenegotiationTest {

    @Test
    void aVehicleThatSkipsTheCableCheckGoesOnUnderItsNewSchedule() {
        Walk walk = new Walk().renegotiated();
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Deliver(400_000, 0));
        assertThat(walk.send(Walk.power(ChargeProgress.START)).responseCode())
                .isEqualTo(ResponseCode.OK);
        assertThat(walk.state).isInstanceOf(Charging.class);
        assertThat(walk.told()).filteredOn(ChargingEvent.Started.class::isInstance).hasSize(1);
        assertThat(walk.commands()).doesNotContain(new EvseCommand.OpenContactor());
    }

    /** [V2G2-565] */
    @Test
    void aVehicleThatChecksTheCableAgainDoesSoWithoutVoltage() {
        Walk walk = new Walk().renegotiated();
        assertThat(walk.send(new CableCheckReq(Walk.EV)).responseCode()).isEqualTo(ResponseCode.OK);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        assertThat(walk.told().getLast()).isInstanceOf(ChargingEvent.Ended.class);
        walk.contactor = Contactor.OPEN;
        walk.cable();
        walk.sendUnanswered(Walk.power(ChargeProgress.START));
        walk.contactorCloses();
        assertThat(walk.told()).filteredOn(ChargingEvent.Started.class::isInstance).hasSize(2);
    }

    @Test
    void anOperatorMayInsistOnTheCableCheck() {
        Walk walk = Walk.dc(StationPolicy.USUAL.checkingTheCableAgain()).renegotiated();
        assertThat(walk.send(Walk.power(ChargeProgress.START)).responseCode())
                .isEqualTo(ResponseCode.FAILED_SEQUENCE_ERROR);
    }

    @Test
    void acGoesOnWithoutOpeningTheContactor() {
        Walk walk = Walk.ac().renegotiated();
        assertThat(walk.send(Walk.power(ChargeProgress.START)).responseCode())
                .isEqualTo(ResponseCode.OK);
        assertThat(walk.send(new ChargingStatusReq()).responseCode()).isEqualTo(ResponseCode.OK);
        assertThat(walk.commands()).doesNotContain(new EvseCommand.OpenContactor());
    }

    @Test
    void theStationAsksForRenegotiationUntilItComes() {
        Walk walk = new Walk().charging();
        walk.input(new Input.RenegotiationRequested());
        CurrentDemandRes asked = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(asked.evseStatus().notification()).isEqualTo(EvseNotification.RENEGOTIATION);
        walk.send(Walk.power(ChargeProgress.RENEGOTIATE));
        walk.send(walk.parameters());
        walk.input(new Input.Scheduled(Optional.empty()));
        walk.send(walk.parameters());
        walk.send(Walk.power(ChargeProgress.START));
        CurrentDemandRes after = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(after.evseStatus().notification()).isEqualTo(EvseNotification.NONE);
    }

    @Test
    void powerWithoutANewScheduleIsRefused() {
        Walk walk = new Walk().renegotiating();
        assertThat(walk.send(Walk.power(ChargeProgress.START)).responseCode())
                .isEqualTo(ResponseCode.FAILED);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
    }

    @Test
    void whoComesBackWithTheIdOfAPausedSessionGoesOnWithIt() {
        Walk first = Walk.ac().stopped();
        first.send(new SessionStopReq(ChargingSession.PAUSE));
        PausedSession paused =
                ((Output.Keep)
                                first.outputs.stream()
                                        .filter(Output.Keep.class::isInstance)
                                        .findFirst()
                                        .orElseThrow())
                        .session();
        Walk again = Walk.ac();
        again.state = Iso2Session.begin(again.state.session().station(), Optional.of(paused));
        assertThat(again.send(setup(), paused.id()).responseCode())
                .isEqualTo(ResponseCode.OK_OLD_SESSION_JOINED);
        assertThat(again.state.session().id()).isEqualTo(paused.id());
        ServiceDiscoveryRes offer =
                (ServiceDiscoveryRes) again.send(new ServiceDiscoveryReq(null, null));
        assertThat(offer.paymentOptions().options())
                .containsExactly(PaymentOption.EXTERNAL_PAYMENT);
        assertThat(offer.chargeService().supportedEnergyTransferModes().modes())
                .containsExactly(EnergyTransferMode.AC_THREE_PHASE_CORE);
    }

    private static SessionSetupReq setup() {
        return new SessionSetupReq(Bytes.fromHex("02aabbccddee"));
    }

    @Test
    void anUnknownIdIsANewSession() {
        Walk walk = new Walk();
        Bytes unknown = Bytes.fromHex("1122334455667788");
        assertThat(walk.send(setup(), unknown).responseCode())
                .isEqualTo(ResponseCode.OK_NEW_SESSION_ESTABLISHED);
        assertThat(walk.state.session().id()).isNotEqualTo(unknown);
    }

    @Test
    void valueAddedServicesAreDescribedSelectedAndServed() {
        Walk walk =
                Walk.dc(
                                StationPolicy.USUAL.offering(
                                        List.of(
                                                ValueAddedService.internet(true),
                                                ValueAddedService.useCase("Cooling", false))))
                        .setup();
        ServiceDiscoveryRes all =
                (ServiceDiscoveryRes) walk.send(new ServiceDiscoveryReq(null, null));
        assertThat(Objects.requireNonNull(all.services()).services())
                .extracting(Service::serviceId)
                .containsExactly(2, 3, 4);
        ServiceDetailRes internet = (ServiceDetailRes) walk.send(new ServiceDetailReq(3));
        assertThat(Objects.requireNonNull(internet.parameters()).parameterSets())
                .extracting(ParameterSet::parameterSetId)
                .containsExactly(1, 3, 4);
        walk.send(select(new SelectedService(3, 4), new SelectedService(4, null)));
        assertThat(walk.outputs).contains(new Output.Serve(Map.of(3, 4, 4, 0)));
    }

    @Test
    void aParameterSetThatIsNotOfferedIsRefused() {
        Walk walk = new Walk().discovered();
        assertThat(walk.send(select(new SelectedService(2, 9))).responseCode())
                .isEqualTo(ResponseCode.FAILED_SERVICE_SELECTION_INVALID);
    }

    private static PaymentServiceSelectionReq select(SelectedService... services) {
        List<SelectedService> all = new ArrayList<>(List.of(services));
        all.add(new SelectedService(1, null));
        return new PaymentServiceSelectionReq(
                PaymentOption.EXTERNAL_PAYMENT, new SelectedServiceList(all));
    }

    @Test
    void aCertificateUpdateIsRelayedAndItsRefusalHasItsOwnType() {
        Walk walk = new Walk().contract(1, 2);
        Iso2Request update =
                Walk.everyRequest().stream()
                        .filter(CertificateUpdateReq.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        walk.sendUnanswered(update);
        assertThat(walk.outputs).anyMatch(Output.Update.class::isInstance);
        CertificateUpdateRes answer =
                (CertificateUpdateRes) Walk.answer(walk.input(new Input.Fired(Timer.INSTALLATION)));
        assertThat(answer.responseCode()).isEqualTo(ResponseCode.FAILED_NO_CERTIFICATE_AVAILABLE);
    }

    @Test
    void theOutputHasFiveSecondsToReachTheBatterysVoltage() {
        Walk walk = new Walk().preCharged();
        walk.input(new Input.Fired(Timer.PRE_CHARGE));
        assertThat(
                        walk.send(new PreChargeReq(Walk.EV, Walk.volts(400), Walk.amps(2)))
                                .responseCode())
                .isEqualTo(ResponseCode.OK);
        assertThat(
                        walk.send(new PreChargeReq(Walk.EV, Walk.volts(700), Walk.amps(2)))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED);
    }
}
