package org.plugcharge.evcc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every stage against every kind of input and every response: the step is total, and what is not
 * due never moves a session on.
 */
class EvccTransitionTest {

    static Stream<Class<? extends Stage>> stages() {
        return EvccFailureTest.stages();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void onlyTheResponseDueMovesTheSessionOn(Class<? extends Stage> stage) {
        for (Iso2Response response : responses()) {
            Ride ride = reach(stage);
            boolean due =
                    ride.stage() instanceof Stage.Awaiting awaiting
                            && awaiting.expected().equals(response.getClass().getSimpleName());
            ride.input(
                    new Input.Received(
                            V2gMessage.signed(Station.SESSION, Station.SIGNATURE, response)));
            boolean unexpected =
                    ride.state instanceof State.Done done
                            && done.ending() instanceof Ending.Failed failed
                            && failed.failure() instanceof Failure.Unexpected;
            assertThat(unexpected).as("%s in %s", response, stage.getSimpleName()).isEqualTo(!due);
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void everyInputHasAnAnswerInEveryStage(Class<? extends Stage> stage) {
        for (Input input : inputs()) {
            Ride ride = reach(stage);
            Ride after = reach(stage).input(input);
            switch (input) {
                case Input.Begin _ -> assertThat(after.state).isEqualTo(ride.state);
                case Input.Unplugged _, Input.PilotFault _, Input.LinkLost _, Input.Garbled _ ->
                        assertThat(after.state).isInstanceOf(State.Done.class);
                case Input.Handshake _,
                        Input.Received _,
                        Input.Fired _,
                        Input.Signed _,
                        Input.ContractOpened _,
                        Input.ContractRefused _,
                        Input.TariffsJudged _,
                        Input.ContactorsMoved _,
                        Input.OwnFault _,
                        Input.StopRequested _ ->
                        assertThat(after.state).isNotNull();
            }
        }
    }

    @Test
    void nothingFollowsTheEndAndNothingButTheBeginningPrecedesIt() {
        State done = new State.Done(new Ending.Completed(StopCause.DRIVER));
        for (Input input : inputs()) {
            List<Output> expected =
                    input.equals(new Input.ContactorsMoved(true))
                            ? List.of(new Output.MoveContactors(false))
                            : List.of();
            assertThat(Evcc.step(done, input, new Now(java.time.Instant.EPOCH)))
                    .isEqualTo(new Step(done, expected));
            Step idle = Evcc.step(State.of(Ride.eim()), input, new Now(java.time.Instant.EPOCH));
            assertThat(idle.outputs()).noneMatch(Output.Send.class::isInstance);
        }
    }

    @Test
    void everyKindOfInputIsTried() {
        Set<Class<?>> tried = inputs().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(tried).isEqualTo(Set.of(Input.class.getPermittedSubclasses()));
    }

    private static Ride reach(Class<? extends Stage> stage) {
        return Ride.reaching(stage);
    }

    static List<Input> inputs() {
        List<Input> inputs =
                new ArrayList<>(
                        List.of(
                                new Input.Begin(true),
                                new Input.Handshake(Station.handshake()),
                                new Input.Received(
                                        V2gMessage.of(Station.SESSION, Station.sessionStop())),
                                new Input.Garbled("x"),
                                new Input.Signed(Station.SIGNATURE),
                                new Input.ContractOpened(Ride.DELIVERED),
                                new Input.ContractRefused("x"),
                                new Input.TariffsJudged(java.util.Optional.empty()),
                                new Input.ContactorsMoved(true),
                                new Input.ContactorsMoved(false),
                                new Input.OwnFault("x"),
                                new Input.StopRequested(),
                                new Input.Unplugged(),
                                new Input.PilotFault(),
                                new Input.LinkLost("x")));
        for (Timer timer : Timer.values()) {
            inputs.add(new Input.Fired(timer));
        }
        return inputs;
    }

    /** One of each response there is. */
    private static List<Iso2Response> responses() {
        List<Iso2Response> all = Station.all();
        assertThat(all.stream().map(Object::getClass).distinct().count()).isEqualTo(17);
        return all;
    }
}
