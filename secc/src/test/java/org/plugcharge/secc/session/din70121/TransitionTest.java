package org.plugcharge.secc.session.din70121;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        walks.put(AwaitAuthorization.class, () -> new Walk().selected());
        walks.put(AwaitChargeParameters.class, () -> new Walk().authorized());
        walks.put(Scheduling.class, () -> new Walk().scheduling());
        walks.put(AwaitSchedule.class, () -> new Walk().waitingForSchedule());
        walks.put(AwaitCableCheck.class, () -> new Walk().agreed());
        walks.put(CheckingCable.class, () -> new Walk().checkingCable());
        walks.put(AwaitPreCharge.class, () -> new Walk().cableChecked());
        walks.put(AwaitPowerStart.class, () -> new Walk().preCharged());
        walks.put(ClosingContactor.class, () -> new Walk().closingContactor());
        walks.put(Charging.class, () -> new Walk().charging());
        walks.put(OpeningContactor.class, () -> new Walk().openingContactor());
        walks.put(
                Interrupted.class,
                () -> {
                    Walk walk = new Walk().charging();
                    return walk.happens(() -> walk.fault = Fault.MALFUNCTION);
                });
        walks.put(AwaitSessionStop.class, () -> new Walk().stopped());
        walks.put(
                Ending.class,
                () -> {
                    Walk walk = new Walk().stopped();
                    walk.send(new SessionStopReq());
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
        assertThat(walks().keySet().stream().map(Class::getName).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(State.class.getPermittedSubclasses())
                                .map(Class::getName)
                                .toList());
        walks().forEach((type, walk) -> assertThat(walk.get().state).isInstanceOf(type));
    }

    @Test
    void everyRequestIsTried() {
        assertThat(Walk.everyRequest().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(
                        Arrays.stream(Din70121Request.class.getPermittedSubclasses())
                                .collect(Collectors.toSet()));
    }

    /**
     * A wrong message is a sequence error in its own response type, judged before the session id
     * [V2G-DC-390].
     */
    @TestFactory
    Stream<DynamicTest> aRequestThatIsNotExpectedIsASequenceError() {
        return pairs(
                false,
                (walk, request) -> {
                    State before = walk.state;
                    Din70121Response answer = walk.send(request, Bytes.fromHex("ffffffffffffffff"));
                    assertThat(answer.responseCode()).isEqualTo(ResponseCode.FAILED_SEQUENCE_ERROR);
                    assertThat(answer.getClass().getSimpleName())
                            .isEqualTo(
                                    request.getClass().getSimpleName().replaceAll("Req$", "Res"));
                    assertThat(walk.state).isInstanceOf(Ending.class);
                    assertSafe(walk, before);
                });
    }

    /** The zero id of a new session is not let through either [V2G-DC-391]. */
    @TestFactory
    Stream<DynamicTest> aForeignSessionIdIsRefused() {
        return pairs(
                true,
                (walk, request) -> {
                    State before = walk.state;
                    if (before instanceof AwaitSessionSetup) {
                        return;
                    }
                    assertThat(walk.send(request, Session.NONE).responseCode())
                            .isEqualTo(ResponseCode.FAILED_UNKNOWN_SESSION);
                    assertSafe(walk, before);
                });
    }

    /** What a pair of state and request has to show. */
    private interface Check {
        void of(Walk walk, Din70121Request request);
    }

    private static Stream<DynamicTest> pairs(boolean expected, Check check) {
        return walks().entrySet().stream()
                .filter(entry -> !OVER.contains(entry.getKey()))
                .flatMap(entry ->
                        Walk.everyRequest().stream()
                                .filter(request ->
                                        expected
                                                == entry.getValue()
                                                        .get()
                                                        .state
                                                        .expected()
                                                        .contains(request.getClass()))
                                .map(request ->
                                        DynamicTest.dynamicTest(
                                                entry.getKey().getSimpleName()
                                                        + " x "
                                                        + request.getClass().getSimpleName(),
                                                () -> check.of(entry.getValue().get(), request))));
    }

    /** Whatever else happens: no exception, and the end of the session is safe. */
    @TestFactory
    Stream<DynamicTest> everyOtherInputHasAnAnswer() {
        return walks().entrySet().stream()
                .flatMap(entry ->
                        others().map(input ->
                                DynamicTest.dynamicTest(
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

    @Test
    void everyOtherInputIsTried() {
        Set<String> tried =
                others().map(input -> input.getClass().getName()).collect(Collectors.toSet());
        tried.add(Input.Received.class.getName());
        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Input.class.getPermittedSubclasses())
                                .map(Class::getName)
                                .toList());
    }

    private static Stream<Input> others() {
        return Stream.concat(
                Arrays.stream(Timer.values()).map(Input.Fired::new),
                Stream.of(
                        new Input.LinkLost("test"),
                        new Input.StopRequested(),
                        new Input.SchedulesChanged(),
                        new Input.Scheduled(Optional.empty()),
                        new Input.HardwareChanged(),
                        new Input.Authorized(new Authorization.Accepted())));
    }

    /** The cable is pulled: in every state the session closes and the outlet is safe. */
    @TestFactory
    Stream<DynamicTest> aPulledCableEndsTheSession() {
        return walks().entrySet().stream()
                .filter(entry -> !OVER.contains(entry.getKey()))
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey().getSimpleName(),
                                () -> {
                                    Walk walk = entry.getValue().get();
                                    State before = walk.state;
                                    walk.happens(() -> walk.pilot = ControlPilot.A);
                                    assertThat(walk.state).isInstanceOf(Closed.class);
                                    assertThat(walk.outputs.getLast())
                                            .isInstanceOf(Output.Close.class);
                                    assertSafe(walk, before);
                                }));
    }

    /** A fault opens the contactor wherever it may be closed, or the output may carry voltage. */
    @TestFactory
    Stream<DynamicTest> anEmergencyStopOpensTheContactor() {
        return walks().entrySet().stream()
                .filter(entry -> State.Live.class.isAssignableFrom(entry.getKey()))
                .filter(entry -> entry.getKey() != OpeningContactor.class)
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey().getSimpleName(),
                                () -> {
                                    Walk walk = entry.getValue().get();
                                    State before = walk.state;
                                    walk.happens(() -> walk.fault = Fault.EMERGENCY_STOP);
                                    assertThat(walk.state).isNotInstanceOf(State.Live.class);
                                    assertSafe(walk, before);
                                }));
    }

    /**
     * The contactor is open after any state that could have closed it, and every start has exactly
     * one end.
     */
    static void assertSafe(Walk walk, State before) {
        if (before instanceof State.Live) {
            assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        }
        long started = walk.told().stream().filter(ChargingEvent.Started.class::isInstance).count();
        long ended = walk.told().stream().filter(ChargingEvent.Ended.class::isInstance).count();
        assertThat(ended).isEqualTo(started);
    }
}
