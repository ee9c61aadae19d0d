package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.SessionStopReq;

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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every position against every input, with either current, payment and story: transitions.tsv says
 * what follows. What it does not name is a sequence error for a request, and nothing for anything
 * else.
 */
class TransitionTableTest {

    private static final String FILE = "transitions.tsv";
    private static final String ORDER = "Ending FAILED_SEQUENCE_ERROR";
    private static final String NOTHING = "-";

    private static Map<String, Supplier<Walk>> positions() {
        Map<String, Supplier<Walk>> positions = new LinkedHashMap<>();
        TransitionTest.walks().forEach((state, walk) -> positions.put(state.getSimpleName(), walk));
        positions.put("AwaitAuthorization contract", () -> course(false, true, "Authorization"));
        positions.put("AwaitSessionSetup paused", () -> resumed());
        positions.put(
                "AwaitSchedules AC",
                () -> {
                    Walk walk = Walk.ac().scheduling();
                    walk.input(new Input.Fired(Timer.SCHEDULE_ANSWER));
                    return walk;
                });
        positions.put("ClosingContactor AC", () -> Walk.ac().closingContactor());
        positions.put("Charging AC", () -> Walk.ac().charging());
        positions.put("AwaitReceipt AC", () -> course(true, true, "MeteringReceipt"));
        positions.put("Renegotiating AC", () -> Walk.ac().renegotiating());
        positions.put("Renegotiated AC", () -> Walk.ac().renegotiated());
        positions.put(
                "Renegotiated cable check",
                () -> Walk.dc(StationPolicy.USUAL.checkingTheCableAgain()).renegotiated());
        positions.put("OpeningContactor AC", () -> Walk.ac().openingContactor());
        positions.put("AwaitSessionStop AC", () -> Walk.ac().stopped());
        positions.put(
                "AwaitPilot release",
                () -> {
                    Walk walk = new Walk().stopped();
                    walk.pilot = ControlPilot.C;
                    walk.sendUnanswered(new SessionStopReq(ChargingSession.TERMINATE));
                    return walk;
                });
        return positions;
    }

    private static Walk course(boolean alternating, boolean contract, String due) {
        return new Course(alternating, contract, row("plain", due)).upTo(due).walk;
    }

    private static Walk resumed() {
        return new Course(false, false, row("resumed", "SessionSetup")).walk;
    }

    private static Case row(String story, String due) {
        return new Case("-", "both", "both", story, due, "good", "OK");
    }

    private static Map<String, Function<Walk, List<Output>>> inputs() {
        Map<String, Function<Walk, List<Output>>> inputs = new LinkedHashMap<>();
        for (Iso2Request request : Walk.everyRequest()) {
            if (!(request instanceof PowerDeliveryReq) && !(request instanceof SessionStopReq)) {
                request(inputs, request.getClass().getSimpleName(), request);
            }
        }
        for (ChargeProgress progress : ChargeProgress.values()) {
            request(inputs, "PowerDeliveryReq " + progress, Walk.power(progress));
        }
        for (ChargingSession farewell : ChargingSession.values()) {
            request(inputs, "SessionStopReq " + farewell, new SessionStopReq(farewell));
        }
        for (Timer timer : Timer.values()) {
            input(inputs, "Fired " + timer, new Input.Fired(timer));
        }
        input(inputs, "LinkLost", new Input.LinkLost("test"));
        input(inputs, "StopRequested", new Input.StopRequested());
        input(inputs, "RenegotiationRequested", new Input.RenegotiationRequested());
        input(inputs, "Scheduled", new Input.Scheduled(Optional.empty()));
        input(inputs, "Authorized", new Input.Authorized(new Authorization.Accepted()));
        input(
                inputs,
                "Rejected",
                new Input.Authorized(
                        new Authorization.Rejected(Authorization.Refusal.REFUSED, "test")));
        input(inputs, "Installed nothing", new Input.Installed(Optional.empty()));
        hardware(inputs, "pilot A", walk -> walk.pilot = ControlPilot.A);
        hardware(inputs, "pilot B", walk -> walk.pilot = ControlPilot.B);
        hardware(inputs, "pilot C", walk -> walk.pilot = ControlPilot.C);
        hardware(inputs, "pilot E", walk -> walk.pilot = ControlPilot.E);
        hardware(inputs, "contactor closed", walk -> walk.contactor = Contactor.CLOSED);
        hardware(inputs, "contactor open", walk -> walk.contactor = Contactor.OPEN);
        hardware(inputs, "malfunction", walk -> walk.fault = Fault.MALFUNCTION);
        hardware(inputs, "emergency stop", walk -> walk.fault = Fault.EMERGENCY_STOP);
        return inputs;
    }

    private static void request(
            Map<String, Function<Walk, List<Output>>> inputs, String name, Iso2Request request) {
        inputs.put(
                name,
                walk -> {
                    Iso2Request sent =
                            name.equals("ChargeParameterDiscoveryReq")
                                    ? walk.parameters()
                                    : request;
                    return walk.input(Walk.received(sent, walk.state.session().id(), null));
                });
    }

    private static void input(
            Map<String, Function<Walk, List<Output>>> inputs, String name, Input input) {
        inputs.put(name, walk -> walk.input(input));
    }

    private static void hardware(
            Map<String, Function<Walk, List<Output>>> inputs,
            String name,
            java.util.function.Consumer<Walk> change) {
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
                        .map(Iso2Response.class::cast)
                        .map(answer -> " " + answer.responseCode())
                        .collect(Collectors.joining());
        boolean nothing = before.equals(after) && outputs.isEmpty();
        return nothing ? NOTHING : after.getClass().getSimpleName() + codes;
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
