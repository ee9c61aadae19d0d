package org.plugcharge.secc.session.din70121;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.V2gMessage;

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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every position against every input: transitions.tsv says what follows. What it does not name is a
 * sequence error for a request, and nothing for anything else.
 */
class TransitionTableTest {

    private static final String FILE = "transitions.tsv";
    private static final String ORDER = "Ending FAILED_SEQUENCE_ERROR";
    private static final String NOTHING = "-";

    /** Every state, and what else a state may have in it that changes what follows. */
    private static Map<String, Supplier<Walk>> positions() {
        Map<String, Supplier<Walk>> positions = new LinkedHashMap<>();
        TransitionTest.walks().forEach((state, walk) -> positions.put(state.getSimpleName(), walk));
        positions.put(
                "AwaitAuthorization accepted",
                () -> asked(new Input.Authorized(new Authorization.Accepted())));
        positions.put(
                "AwaitAuthorization rejected",
                () ->
                        asked(
                                new Input.Authorized(
                                        new Authorization.Rejected(
                                                Authorization.Refusal.REFUSED, "test"))));
        positions.put(
                "AwaitSchedule offered",
                () ->
                        after(
                                new Walk().waitingForSchedule(),
                                new Input.Scheduled(Optional.empty())));
        positions.put("AwaitCableCheck pilot B", TransitionTableTest::waitingForPilot);
        positions.put(
                "CheckingCable valid",
                () -> seen(new Walk().checkingCable(), walk -> walk.isolation = Isolation.VALID));
        positions.put(
                "AwaitPowerStart late",
                () -> after(new Walk().preCharged(), new Input.Fired(Timer.PRE_CHARGE)));
        positions.put(
                "Interrupted cable check",
                () -> seen(new Walk().checkingCable(), walk -> walk.fault = Fault.MALFUNCTION));
        positions.put("Charging stopping", () -> stopping(new Walk().charging()));
        positions.put("AwaitPowerStart stopping", () -> stopping(new Walk().preCharged()));
        positions.put("AwaitCableCheck stopping", () -> stopping(new Walk().agreed()));
        return positions;
    }

    private static Walk asked(Input answer) {
        Walk walk = new Walk().selected();
        walk.send(new org.plugcharge.v2g.din70121.ContractAuthenticationReq(null, null));
        return after(walk, answer);
    }

    private static Walk waitingForPilot() {
        Walk walk = new Walk().agreed();
        walk.pilot = ControlPilot.B;
        walk.send(new org.plugcharge.v2g.din70121.CableCheckReq(Walk.EV));
        return walk;
    }

    private static Walk stopping(Walk walk) {
        return after(walk, new Input.StopRequested());
    }

    private static Walk after(Walk walk, Input input) {
        walk.input(input);
        return walk;
    }

    private static Walk seen(Walk walk, Consumer<Walk> change) {
        return walk.happens(() -> change.accept(walk));
    }

    private static Map<String, Function<Walk, List<Output>>> inputs() {
        Map<String, Function<Walk, List<Output>>> inputs = new LinkedHashMap<>();
        for (Din70121Request request : Walk.everyRequest()) {
            if (!(request instanceof PowerDeliveryReq)) {
                request(inputs, request.getClass().getSimpleName(), request);
            }
        }
        request(inputs, "PowerDeliveryReq true", Walk.power(true));
        request(inputs, "PowerDeliveryReq false", Walk.power(false));
        request(inputs, "PowerDeliveryReq unknown schedule", Walk.power(77, 1_000));
        for (Timer timer : Timer.values()) {
            input(inputs, "Fired " + timer, new Input.Fired(timer));
        }
        input(inputs, "LinkLost", new Input.LinkLost("test"));
        input(inputs, "StopRequested", new Input.StopRequested());
        input(inputs, "SchedulesChanged", new Input.SchedulesChanged());
        input(inputs, "Scheduled", new Input.Scheduled(Optional.empty()));
        input(inputs, "Authorized", new Input.Authorized(new Authorization.Accepted()));
        input(
                inputs,
                "Rejected",
                new Input.Authorized(
                        new Authorization.Rejected(Authorization.Refusal.REFUSED, "test")));
        for (ControlPilot pilot : ControlPilot.values()) {
            hardware(inputs, "pilot " + pilot, walk -> walk.pilot = pilot);
        }
        hardware(inputs, "contactor closed", walk -> walk.contactor = Contactor.CLOSED);
        hardware(inputs, "contactor open", walk -> walk.contactor = Contactor.OPEN);
        hardware(inputs, "isolation fault", walk -> walk.isolation = Isolation.FAULT);
        hardware(inputs, "malfunction", walk -> walk.fault = Fault.MALFUNCTION);
        hardware(inputs, "emergency stop", walk -> walk.fault = Fault.EMERGENCY_STOP);
        return inputs;
    }

    private static void request(
            Map<String, Function<Walk, List<Output>>> inputs,
            String name,
            Din70121Request request) {
        inputs.put(
                name,
                walk ->
                        walk.input(
                                new Input.Received(
                                        V2gMessage.of(walk.state.session().id(), request))));
    }

    private static void input(
            Map<String, Function<Walk, List<Output>>> inputs, String name, Input input) {
        inputs.put(name, walk -> walk.input(input));
    }

    private static void hardware(
            Map<String, Function<Walk, List<Output>>> inputs, String name, Consumer<Walk> change) {
        inputs.put(
                name,
                walk -> {
                    change.accept(walk);
                    return walk.input(new Input.HardwareChanged());
                });
    }

    private record Cell(String position, String input, String result) {
        @Override
        public String toString() {
            return position + "\t" + input + "\t" + result;
        }
    }

    private static List<Cell> seen() {
        List<Cell> cells = new ArrayList<>();
        positions()
                .forEach((position, walk) ->
                        inputs().forEach((name, input) -> {
                            Walk at = walk.get();
                            State before = at.state;
                            List<Output> outputs = input.apply(at);
                            String result = result(before, at.state, outputs);
                            boolean usual =
                                    name.matches(".*Req( .*)?")
                                            ? result.equals(ORDER)
                                            : result.equals(NOTHING);
                            if (!usual) {
                                cells.add(new Cell(position, name, result));
                            }
                        }));
        return cells;
    }

    /** The next state, with the code that was answered; nothing if nothing happened. */
    private static String result(State before, State after, List<Output> outputs) {
        String codes =
                outputs.stream()
                        .filter(Output.Send.class::isInstance)
                        .map(sent -> ((Output.Send) sent).message().body().element())
                        .map(Din70121Response.class::cast)
                        .map(answer -> " " + answer.responseCode())
                        .collect(Collectors.joining());
        boolean nothing = before.equals(after) && outputs.isEmpty();
        return nothing ? NOTHING : after.getClass().getSimpleName() + codes;
    }

    @Test
    void theTableSaysWhatFollows() throws IOException {
        List<Cell> seen = seen();
        Path fresh = Path.of("target", "din-" + FILE);
        Files.createDirectories(fresh.getParent());
        Files.write(fresh, seen.stream().map(Cell::toString).toList());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(table());
    }

    private static List<Cell> table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TransitionTableTest.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Cell(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }
}
