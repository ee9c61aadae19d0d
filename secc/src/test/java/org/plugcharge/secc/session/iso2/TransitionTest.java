package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every state against every request and every other input: complete by construction. */
class TransitionTest {

    private static final Set<Class<? extends State>> OVER = Set.of(Ending.class, Closed.class);

    /** A session in each state; {@link #everyStateIsReached} fails when one is missing. */
    static Map<Class<? extends State>, Supplier<Walk>> walks() {
        Map<Class<? extends State>, Supplier<Walk>> walks = new LinkedHashMap<>();
        walks.put(AwaitSessionSetup.class, Walk::new);
        walks.put(AwaitServiceDiscovery.class, () -> new Walk().setup());
        walks.put(AwaitPaymentSelection.class, () -> new Walk().discovered());
        walks.put(AwaitPaymentDetails.class, () -> new Walk().contract(1, 2));
        walks.put(
                InstallingCertificate.class,
                () -> {
                    Walk walk = new Walk().contract(1, 2);
                    walk.sendUnanswered(Walk.everyRequest().get(5));
                    return walk;
                });
        walks.put(AwaitAuthorization.class, () -> new Walk().external());
        walks.put(AwaitChargeParameters.class, () -> new Walk().authorized());
        walks.put(AwaitCableCheck.class, () -> new Walk().parametersKnown());
        walks.put(AwaitPreCharge.class, () -> new Walk().cableChecked());
        walks.put(AwaitPowerStart.class, () -> new Walk().preCharged());
        walks.put(ClosingContactor.class, () -> new Walk().closingContactor());
        walks.put(Charging.class, () -> new Walk().charging());
        walks.put(OpeningContactor.class, () -> new Walk().openingContactor());
        walks.put(Scheduling.class, () -> new Walk().scheduling());
        walks.put(
                AwaitSchedules.class,
                () -> {
                    Walk walk = new Walk().scheduling();
                    walk.input(new Input.Fired(Timer.SCHEDULE_ANSWER));
                    return walk;
                });
        walks.put(AwaitAcPowerStart.class, () -> Walk.ac().ready());
        walks.put(
                AwaitPilot.class,
                () -> {
                    Walk walk = Walk.ac().ready();
                    walk.pilot = ControlPilot.B;
                    walk.sendUnanswered(Walk.power(ChargeProgress.START));
                    return walk;
                });
        walks.put(
                Unready.class,
                () -> {
                    Walk walk = new Walk().preCharged();
                    walk.pilot = ControlPilot.B;
                    walk.input(new Input.HardwareChanged());
                    return walk;
                });
        walks.put(AwaitReceipt.class, () -> new Receipts().walkToReceipt());
        walks.put(Renegotiating.class, () -> new Walk().renegotiating());
        walks.put(Renegotiated.class, () -> new Walk().renegotiated());
        walks.put(
                Interrupted.class,
                () -> {
                    Walk walk = new Walk().charging();
                    walk.fault = org.plugcharge.secc.evse.EvseReading.Fault.MALFUNCTION;
                    walk.input(new Input.HardwareChanged());
                    return walk;
                });
        walks.put(AwaitSessionStop.class, () -> new Walk().stopped());
        walks.put(
                Ending.class,
                () -> {
                    Walk walk = new Walk().stopped();
                    walk.send(new SessionStopReq(ChargingSession.TERMINATE));
                    return walk;
                });
        walks.put(
                Closed.class,
                () -> {
                    Walk walk = new Walk().setup();
                    walk.input(new Input.LinkLost("test"));
                    return walk;
                });
        return walks;
    }

    @Test
    void everyStateIsReached() {
        Set<Class<?>> states =
                Arrays.stream(State.class.getPermittedSubclasses()).collect(Collectors.toSet());
        assertThat(walks().keySet()).containsExactlyInAnyOrderElementsOf(cast(states));
        walks().forEach((type, walk) -> assertThat(walk.get().state).isInstanceOf(type));
    }

    @SuppressWarnings("unchecked")
    private static Set<Class<? extends State>> cast(Set<Class<?>> states) {
        return (Set<Class<? extends State>>) (Set<?>) states;
    }

    @Test
    void everyRequestIsTried() {
        Set<Class<?>> requests =
                Arrays.stream(Iso2Request.class.getPermittedSubclasses())
                        .collect(Collectors.toSet());
        assertThat(Walk.everyRequest().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(requests);
    }

    /**
     * A wrong message is a sequence error in its own response type, judged before the session id.
     */
    @TestFactory
    Stream<DynamicTest> aRequestThatIsNotExpectedIsASequenceError() {
        return walks().entrySet().stream()
                .filter(entry -> !OVER.contains(entry.getKey()))
                .flatMap(entry ->
                        Walk.everyRequest().stream()
                                .filter(request ->
                                        !entry.getValue()
                                                .get()
                                                .state
                                                .expected()
                                                .contains(request.getClass()))
                                .map(request ->
                                        dynamicTest(
                                                entry.getKey().getSimpleName()
                                                        + " x "
                                                        + request.getClass().getSimpleName(),
                                                () ->
                                                        sequenceError(
                                                                entry.getValue().get(), request))));
    }

    private static void sequenceError(Walk walk, Iso2Request request) {
        State before = walk.state;
        Iso2Response answer = walk.send(request, Bytes.fromHex("ffffffffffffffff"));
        assertThat(answer.responseCode()).isEqualTo(ResponseCode.FAILED_SEQUENCE_ERROR);
        assertThat(answer.getClass().getSimpleName())
                .isEqualTo(request.getClass().getSimpleName().replaceAll("Req$", "Res"));
        assertThat(walk.state).isInstanceOf(Ending.class);
        assertSafe(walk, before);
    }

    /** [V2G2-460] */
    @TestFactory
    Stream<DynamicTest> aForeignSessionIdIsRefused() {
        return walks().entrySet().stream()
                .filter(entry -> entry.getKey() != AwaitSessionSetup.class)
                .flatMap(entry ->
                        Walk.everyRequest().stream()
                                .filter(request ->
                                        entry.getValue()
                                                .get()
                                                .state
                                                .expected()
                                                .contains(request.getClass()))
                                .map(request ->
                                        dynamicTest(
                                                entry.getKey().getSimpleName()
                                                        + " x "
                                                        + request.getClass().getSimpleName(),
                                                () ->
                                                        unknownSession(
                                                                entry.getValue().get(), request))));
    }

    private static void unknownSession(Walk walk, Iso2Request request) {
        State before = walk.state;
        assertThat(walk.send(request, Session.NONE).responseCode())
                .isEqualTo(ResponseCode.FAILED_UNKNOWN_SESSION);
        assertSafe(walk, before);
    }

    /** Whatever else happens: no exception, and the end of the session is safe. */
    @TestFactory
    Stream<DynamicTest> everyOtherInputHasAnAnswer() {
        return walks().entrySet().stream()
                .flatMap(entry ->
                        Stream.concat(
                                        Arrays.stream(Timer.values()).map(Input.Fired::new),
                                        Stream.of(
                                                new Input.LinkLost("test"),
                                                new Input.StopRequested(),
                                                new Input.RenegotiationRequested(),
                                                new Input.Scheduled(java.util.Optional.empty()),
                                                new Input.HardwareChanged(),
                                                new Input.Authorized(
                                                        new org.plugcharge.secc.evse.Authorization
                                                                .Accepted()),
                                                new Input.Installed(java.util.Optional.empty())))
                                .map(input ->
                                        dynamicTest(
                                                entry.getKey().getSimpleName() + " x " + input,
                                                () -> {
                                                    Walk walk = entry.getValue().get();
                                                    State before = walk.state;
                                                    walk.input(input);
                                                    if (OVER.contains(walk.state.getClass())
                                                            && !OVER.contains(before.getClass())) {
                                                        assertSafe(walk, before);
                                                    }
                                                })));
    }

    /** The cable is pulled: in every state the session closes and the outlet is safe. */
    @TestFactory
    Stream<DynamicTest> aPulledCableEndsTheSession() {
        return walks().entrySet().stream()
                .filter(entry -> !OVER.contains(entry.getKey()))
                .map(entry ->
                        dynamicTest(
                                entry.getKey().getSimpleName(),
                                () -> {
                                    Walk walk = entry.getValue().get();
                                    State before = walk.state;
                                    walk.pilot = ControlPilot.A;
                                    walk.input(new Input.HardwareChanged());
                                    assertThat(walk.state).isInstanceOf(Closed.class);
                                    assertThat(walk.outputs.getLast())
                                            .isInstanceOf(Output.Close.class);
                                    assertSafe(walk, before);
                                }));
    }

    /**
     * The contactor is open after any state that could have closed it, and every start has exactly
     * one end.
     */
    private static void assertSafe(Walk walk, State before) {
        if (before instanceof State.Live) {
            assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        }
        long started = walk.told().stream().filter(ChargingEvent.Started.class::isInstance).count();
        long ended = walk.told().stream().filter(ChargingEvent.Ended.class::isInstance).count();
        assertThat(ended).isEqualTo(started);
    }

    @Test
    void withoutTlsNoContractIsOffered() {
        Walk walk = new Walk(Walk.station(false));
        walk.setup();
        var answer =
                (org.plugcharge.v2g.iso2.ServiceDiscoveryRes)
                        walk.send(new ServiceDiscoveryReq(null, null));
        assertThat(answer.paymentOptions().options())
                .containsExactly(PaymentOption.EXTERNAL_PAYMENT); // [V2G2-633]
        assertThat(answer.services()).isNull();
    }
}
