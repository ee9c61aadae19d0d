package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ProfileEntry;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;

import java.time.Duration;
import java.util.List;

class Iso2SessionTest {

    @Test
    void aWholeExternalSessionEndsWithOneStartAndOneEnd() {
        Walk walk = new Walk().charging();
        walk.at = walk.at.plus(Duration.ofSeconds(6));
        assertThat(walk.send(Walk.demand(120)).responseCode()).isEqualTo(ResponseCode.OK);
        walk.wattHours += 200;
        walk.sendUnanswered(Walk.power(ChargeProgress.STOP));
        walk.contactor = Contactor.OPEN;
        walk.pilot = ControlPilot.B;
        walk.input(new Input.HardwareChanged());
        assertThat(walk.send(new WeldingDetectionReq(Walk.EV)).responseCode())
                .isEqualTo(ResponseCode.OK);
        assertThat(walk.send(new SessionStopReq(ChargingSession.TERMINATE)).responseCode())
                .isEqualTo(ResponseCode.OK);
        walk.input(new Input.LinkLost("the vehicle closed the connection"));

        assertThat(walk.state).isInstanceOf(Closed.class);
        assertThat(walk.told().stream().map(Object::getClass))
                .containsExactly(
                        ChargingEvent.Connected.class,
                        ChargingEvent.Started.class,
                        ChargingEvent.Metered.class,
                        ChargingEvent.Ended.class,
                        ChargingEvent.Disconnected.class);
        ChargingEvent.Ended ended = (ChargingEvent.Ended) walk.told().get(3);
        assertThat(ended.reason()).isEqualTo(EndReason.VEHICLE);
        assertThat(ended.meter().wattHours()).isEqualTo(1_200);
    }

    /** [V2G2-750] */
    @Test
    void theSessionIdIsFreshAndNotZero() {
        Walk first = new Walk().setup();
        assertThat(first.state.session().id()).isNotEqualTo(Session.NONE);
        assertThat(first.state.session().id().length()).isEqualTo(8);
        Walk zeroFirst = new Walk();
        Step step =
                Iso2Session.step(
                        zeroFirst.state,
                        received(new SessionSetupReq(Bytes.EMPTY)),
                        zeroThenOne(zeroFirst));
        assertThat(step.next().session().id()).isEqualTo(Bytes.fromHex("0101010101010101"));
    }

    private static Input.Received received(org.plugcharge.v2g.iso2.Iso2Request request) {
        return new Input.Received(
                new org.plugcharge.v2g.iso2.V2gMessage(
                        new org.plugcharge.v2g.iso2.MessageHeader(Bytes.of((byte) 0), null, null),
                        new org.plugcharge.v2g.iso2.Body(request)),
                Bytes.EMPTY);
    }

    private static org.plugcharge.secc.session.Now zeroThenOne(Walk walk) {
        int[] calls = {0};
        return new org.plugcharge.secc.session.Now(
                walk.at,
                walk.now().evse(),
                walk.now().meter(),
                length -> {
                    byte[] octets = new byte[length];
                    java.util.Arrays.fill(octets, (byte) Math.min(1, calls[0]++));
                    return Bytes.of(octets);
                });
    }

    @Test
    void aServiceThatIsNotOfferedIsRefused() {
        assertThat(new Walk().discovered().send(new ServiceDetailReq(3)).responseCode())
                .isEqualTo(ResponseCode.FAILED_SERVICE_ID_INVALID); // [V2G2-464]
        assertThat(
                        new Walk()
                                .discovered()
                                .send(Walk.select(PaymentOption.EXTERNAL_PAYMENT, 1, 3))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_SERVICE_SELECTION_INVALID);
        assertThat(
                        new Walk()
                                .discovered()
                                .send(Walk.select(PaymentOption.CONTRACT, 2))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_NO_CHARGE_SERVICE_SELECTED);
        Walk plain = new Walk(Walk.station(false)).discovered();
        assertThat(plain.send(Walk.select(PaymentOption.CONTRACT, 1)).responseCode())
                .isEqualTo(ResponseCode.FAILED_PAYMENT_SELECTION_INVALID); // [V2G2-465]
    }

    @Test
    void aCertificateThatIsNoneIsAChainErrorAndNothingElse() {
        Walk walk = new Walk().contract(1);
        var chain = new CertificateChain(null, Bytes.fromHex("30820100"), null);
        assertThat(walk.send(new PaymentDetailsReq("DE8AA0012345670", chain)).responseCode())
                .isEqualTo(ResponseCode.FAILED_CERT_CHAIN_ERROR);
        assertThat(walk.outputs).noneMatch(Output.Authorize.class::isInstance);
    }

    @Test
    void authorizationIsOngoingUntilTheBackEndAnswers() {
        Walk walk = new Walk().external();
        AuthorizationRes waiting = (AuthorizationRes) walk.send(new AuthorizationReq(null, null));
        assertThat(waiting.processing()).isEqualTo(EvseProcessing.ONGOING_WAITING_FOR_CUSTOMER);
        walk.send(new AuthorizationReq(null, null));
        assertThat(walk.outputs.stream().filter(Output.Authorize.class::isInstance)).hasSize(1);
        walk.input(new Input.Authorized(new Authorization.Accepted()));
        AuthorizationRes done = (AuthorizationRes) walk.send(new AuthorizationReq(null, null));
        assertThat(done.processing()).isEqualTo(EvseProcessing.FINISHED);
    }

    /** What the back end said holds, however long the vehicle takes to ask for it. */
    @Test
    void aDecisionThatCameInTimeHoldsWhenTheTimerRunsOut() {
        Walk walk = new Walk().external();
        walk.send(new AuthorizationReq(null, null));
        walk.input(new Input.Authorized(new Authorization.Accepted()));
        walk.input(new Input.Fired(Timer.AUTHORIZATION));
        assertThat(((AuthorizationRes) walk.send(new AuthorizationReq(null, null))).responseCode())
                .isEqualTo(ResponseCode.OK);
    }

    /** [V2G2-713] */
    @Test
    void noDecisionWithin55SecondsIsARefusal() {
        Walk walk = new Walk().external();
        walk.send(new AuthorizationReq(null, null));
        assertThat(walk.outputs)
                .contains(new Output.Arm(Timer.AUTHORIZATION, Walk.START.plusSeconds(55)));
        walk.input(new Input.Fired(Timer.AUTHORIZATION));
        assertThat(walk.send(new AuthorizationReq(null, null)).responseCode())
                .isEqualTo(ResponseCode.FAILED);
        assertThat(walk.state).isInstanceOf(Ending.class);
    }

    @Test
    void everyRefusalHasACodeTheVehicleUnderstands() {
        for (Refusal refusal : Refusal.values()) {
            Walk walk = new Walk().external();
            walk.send(new AuthorizationReq(null, null));
            walk.input(new Input.Authorized(new Authorization.Rejected(refusal, "test")));
            ResponseCode code = walk.send(new AuthorizationReq(null, null)).responseCode();
            assertThat(code.failed()).isTrue();
            assertThat(code).isEqualTo(Refusals.code(refusal));
        }
    }

    @Test
    void poorIsolationEndsTheSessionBeforeVoltage() {
        Walk walk = new Walk().parametersKnown();
        walk.send(new CableCheckReq(Walk.EV));
        walk.isolation = Isolation.FAULT;
        assertThat(walk.send(new CableCheckReq(Walk.EV)).responseCode())
                .isEqualTo(ResponseCode.FAILED);
        assertThat(walk.commands())
                .containsExactly(new EvseCommand.CheckCable(), new EvseCommand.OpenContactor());
    }

    /** [V2G2-479], [V2G2-225] */
    @Test
    void aScheduleOrProfileThatWasNotOfferedIsRefused() {
        assertThat(
                        new Walk()
                                .preCharged()
                                .send(new PowerDeliveryReq(ChargeProgress.START, 2, null, null))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_TARIFF_SELECTION_INVALID);
        ChargingProfile tooMuch =
                new ChargingProfile(
                        List.of(
                                new ProfileEntry(
                                        0, PhysicalValue.of(200_000, UnitSymbol.WATT), null)));
        assertThat(
                        new Walk()
                                .preCharged()
                                .send(new PowerDeliveryReq(ChargeProgress.START, 1, tooMuch, null))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_CHARGING_PROFILE_INVALID);
    }

    /** [V2G2-862] */
    @Test
    void aContactorThatDoesNotCloseIsSaid() {
        Walk walk = new Walk().closingContactor();
        assertThat(walk.outputs)
                .contains(new Output.Arm(Timer.CONTACTOR, Walk.START.plusSeconds(3)));
        var answer = Walk.answer(walk.input(new Input.Fired(Timer.CONTACTOR)));
        assertThat(answer.responseCode()).isEqualTo(ResponseCode.FAILED_CONTACTOR_ERROR);
        assertThat(walk.told()).noneMatch(ChargingEvent.Started.class::isInstance);
    }

    @Test
    void neverMoreCurrentThanWasOffered() {
        Walk walk = new Walk().charging();
        walk.send(Walk.demand(500));
        assertThat(walk.commands().getLast())
                .isEqualTo(new EvseCommand.Deliver(400_000, 375_000)); // 150 kW at 400 V
    }

    @Test
    void anEmergencyStopOpensTheContactorBeforeTheVehicleAsksAgain() {
        Walk walk = new Walk().charging();
        walk.fault = Fault.EMERGENCY_STOP;
        List<Output> at = walk.input(new Input.HardwareChanged());
        assertThat(at.getFirst()).isEqualTo(new Output.Command(new EvseCommand.OpenContactor()));
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(answer.evseStatus().statusCode()).isEqualTo(DcEvseStatusCode.EMERGENCY_SHUTDOWN);
        assertThat(((ChargingEvent.Ended) walk.told().getLast()).reason())
                .isEqualTo(EndReason.EMERGENCY_STOP);
    }

    @Test
    void aStopFromTheBackEndReachesTheVehicle() {
        Walk walk = new Walk().charging();
        walk.input(new Input.StopRequested());
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(answer.evseStatus().notification()).isEqualTo(EvseNotification.STOP_CHARGING);
        walk.sendUnanswered(Walk.power(ChargeProgress.STOP));
        walk.contactor = Contactor.OPEN;
        walk.input(new Input.HardwareChanged());
        assertThat(((ChargingEvent.Ended) walk.told().getLast()).reason())
                .isEqualTo(EndReason.STATION);
    }

    /** [V2G2-443] */
    @Test
    void silenceFor60SecondsEndsTheSession() {
        Walk walk = new Walk().charging();
        assertThat(walk.outputs.getLast())
                .isEqualTo(new Output.Arm(Timer.SEQUENCE, Walk.START.plusSeconds(60)));
        walk.input(new Input.Fired(Timer.SEQUENCE));
        assertThat(walk.state).isInstanceOf(Closed.class);
        assertThat(walk.told())
                .anyMatch(event ->
                        event instanceof ChargingEvent.Ended ended
                                && ended.reason() == EndReason.VEHICLE_LOST);
    }
}
