package org.plugcharge.evcc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Every stage against every response and every other input: transitions.tsv says what follows. A
 * response it does not name ends the session as unexpected; any other input it does not name
 * changes nothing.
 */
class EvccTransitionTableTest {

    private static final String FILE = "transitions.tsv";
    private static final String UNEXPECTED = "Done Unexpected";
    private static final String NOTHING = "-";

    private record Cell(String stage, String input, String result) {
        @Override
        public String toString() {
            return stage + "\t" + input + "\t" + result;
        }
    }

    private static Map<String, Input> inputs() {
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (Iso2Response response : Station.all()) {
            inputs.putIfAbsent(
                    response.getClass().getSimpleName(),
                    new Input.Received(
                            V2gMessage.signed(Station.SESSION, Station.SIGNATURE, response)));
        }
        for (Input input : EvccTransitionTest.inputs()) {
            switch (input) {
                case Input.Received _ -> {}
                case Input.Fired(Timer timer) -> inputs.put("Fired " + timer, input);
                case Input.ContactorsMoved(boolean closed) ->
                        inputs.put("ContactorsMoved " + (closed ? "closed" : "open"), input);
                case Input other -> inputs.put(other.getClass().getSimpleName(), other);
            }
        }
        return inputs;
    }

    private static Map<String, Supplier<Ride>> positions() {
        Map<String, Supplier<Ride>> positions = new LinkedHashMap<>();
        EvccFailureTest.stages()
                .forEach(stage -> positions.put(stage.getSimpleName(), () -> Ride.reaching(stage)));
        positions.put(
                "Paused in the loop",
                () ->
                        Ride.to(Ride.eim(), Stage.AwaitCurrentDemand.class)
                                .answer(Station.currentDemand()));
        positions.put(
                "Paused in authorization",
                () ->
                        Ride.to(Ride.eim(), Stage.AwaitAuthorization.class)
                                .answer(Station.authorization(EvseProcessing.ONGOING)));
        return positions;
    }

    private static List<Cell> seen() {
        List<Cell> cells = new ArrayList<>();
        positions()
                .forEach((position, reached) ->
                        inputs().forEach((name, input) -> {
                            Ride ride = reached.get();
                            State before = ride.state;
                            ride.input(input);
                            String result = result(before, ride);
                            String usual = name.endsWith("Res") ? UNEXPECTED : NOTHING;
                            if (!result.equals(usual)) {
                                cells.add(new Cell(position, name, result));
                            }
                        }));
        return cells;
    }

    private static String result(State before, Ride ride) {
        if (before.equals(ride.state) && ride.last.isEmpty()) {
            return NOTHING;
        }
        return switch (ride.state) {
            case State.Active active -> stage(active.stage());
            case State.Done(Ending.Failed(var failure)) ->
                    "Done " + failure.getClass().getSimpleName();
            case State.Done(Ending.Completed(var cause)) -> "Done " + cause;
            case State.Idle _ -> "Idle";
        };
    }

    private static String stage(Stage stage) {
        return stage instanceof Stage.Paused(Stage.Awaiting next, var _)
                ? "Paused before " + next.getClass().getSimpleName()
                : stage.getClass().getSimpleName();
    }

    @Test
    void theTableSaysWhatFollows() throws IOException {
        List<Cell> seen = seen();
        Path fresh = Path.of("target", FILE);
        Files.createDirectories(fresh.getParent());
        Files.write(fresh, seen.stream().map(Cell::toString).toList());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(table());
    }

    private static List<Cell> table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EvccTransitionTableTest.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Cell(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }
}
