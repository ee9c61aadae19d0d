package org.plugcharge.evcc.script;

import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.script.Document.Fields;
import org.plugcharge.evcc.script.Document.Value;
import org.plugcharge.evcc.script.Quantity.Unit;
import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.ProtocolOffer.Protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads scripts; {@link ScriptException} with file, line and column if one is none. */
public final class ScriptFile {

    private static final int VERSION = 1;
    private static final long DAY_MS = 86_400_000;

    private ScriptFile() {}

    /** The script in a file. */
    public static Script read(Path file) {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        Path folder = file.toAbsolutePath().getParent();
        return parse(name, text(file), folder == null ? Path.of("") : folder);
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(4 * Document.MAX_LENGTH + 1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ScriptException(file + ": expected UTF-8");
        } catch (IOException e) {
            throw new ScriptException(file + ": can't be read: " + e.getMessage());
        }
    }

    /** The script in a text; {@code file} names it in errors. */
    public static Script parse(String file, String text) {
        return parse(file, text, Path.of(""));
    }

    /** What it names is looked for from {@code folder} on. */
    private static Script parse(String file, String text, Path folder) {
        Fields root = Document.fields(file, text, "version", "name", "car", "driver", "expect");
        root.required("version").whole(VERSION, VERSION);
        List<Visit> visits = new DriverSteps().read(root.required("driver"));
        return new Script(
                root.get("name").map(Value::text).orElse(file),
                car(root.get("car"), folder, visits),
                visits,
                expectations(root.get("expect"), visits));
    }

    private static CarKind car(Optional<Value> given, Path folder, List<Visit> visits) {
        if (given.isEmpty()) {
            return car(Document.fields("car", "quirk: none", "quirk"), folder, visits);
        }
        return car(
                given.get()
                        .fields(
                                "quirk",
                                "protocols",
                                "mode",
                                "soc",
                                "battery",
                                "charger",
                                "pace",
                                "patience",
                                "services",
                                "tls",
                                "pki",
                                "station-power"),
                folder,
                visits);
    }

    private static CarKind car(Fields car, Path folder, List<Visit> visits) {
        Optional<OnBoardCharger> charger = charger(car);
        boolean tls = car.get("tls").map(Value::truth).orElse(false);
        return new CarKind(
                car.get("quirk").flatMap(ScriptFile::quirk),
                car.get("battery").map(ScriptFile::battery).orElse(BatterySpec.CAR_400_V),
                car.get("soc")
                        .map(soc -> soc.quantity(Unit.SHARE, 0, 1_000) / 10)
                        .orElse(20L)
                        .intValue(),
                charger,
                car.get("pace").map(pace -> time(pace, 60_000)).orElse(Duration.ofMillis(100)),
                car.get("patience").map(patience -> patience.whole(1, 100)).orElse(1),
                car.get("services").map(ScriptFile::services).orElse(Set.of()),
                car.get("protocols")
                        .map(value -> offer(value, charger.isPresent(), tls, visits))
                        .orElse(CarKind.USUAL_OFFER),
                tls,
                car.get("pki").map(value -> folder.resolve(value.text())),
                car.get("station-power").map(Value::truth).orElse(true));
    }

    private static ProtocolOffer offer(
            Value value, boolean alternating, boolean tls, List<Visit> visits) {
        List<Protocol> protocols = value.list().stream().map(ScriptFile::protocol).toList();
        try {
            ProtocolOffer offer = new ProtocolOffer(protocols);
            if (protocols.equals(List.of(Protocol.DIN))) {
                needsMoreThanDin(alternating, tls, visits)
                        .ifPresent(need -> {
                            throw value.wrong("din knows no " + need + "; say [din, iso2]");
                        });
            }
            return offer;
        } catch (IllegalArgumentException e) {
            throw value.wrong("expected din and iso2, each once, the best first");
        }
    }

    private static Protocol protocol(Value value) {
        return switch (value.text()) {
            case "din" -> Protocol.DIN;
            case "iso2" -> Protocol.ISO2;
            case String other -> throw value.wrong("expected din or iso2, found " + other);
        };
    }

    private static Optional<String> needsMoreThanDin(
            boolean alternating, boolean tls, List<Visit> visits) {
        if (alternating) {
            return Optional.of("ac");
        }
        if (tls) {
            return Optional.of("TLS");
        }
        if (visits.stream().anyMatch(visit -> visit.pay() != Visit.Pay.STATION)) {
            return Optional.of("contracts");
        }
        if (visits.stream().anyMatch(visit -> visit.leave() == Visit.Leave.PAUSE)) {
            return Optional.of("pause");
        }
        return visits.stream().anyMatch(visit -> visit.renegotiateAfter() > 0)
                ? Optional.of("renegotiation")
                : Optional.empty();
    }

    private static Optional<Quirk> quirk(Value value) {
        String name = value.text();
        if (name.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(
                Quirks.named(name)
                        .orElseThrow(() ->
                                value.wrong(
                                        "unknown quirk %s; there are: none, %s"
                                                .formatted(
                                                        name, String.join(", ", Quirks.names())))));
    }

    private static BatterySpec battery(Value value) {
        Fields fields = value.fields("capacity", "empty", "full", "current", "taper-from");
        BatterySpec usual = BatterySpec.CAR_400_V;
        try {
            return new BatterySpec(
                    fields.get("capacity")
                            .map(of -> of.quantity(Unit.ENERGY, 1_000_000, 2_000_000_000L) / 1_000)
                            .orElse(usual.capacityWh()),
                    amount(fields, "empty", Unit.VOLTAGE, usual.emptyMillivolts()),
                    amount(fields, "full", Unit.VOLTAGE, usual.fullMillivolts()),
                    amount(fields, "current", Unit.CURRENT, usual.maxMilliamps()),
                    fields.get("taper-from")
                            .map(of -> (int) (of.quantity(Unit.SHARE, 0, 990) / 10))
                            .orElse(usual.taperFromPercent()));
        } catch (IllegalArgumentException e) {
            throw value.wrong("no such battery: " + e.getMessage());
        }
    }

    private static long amount(Fields fields, String key, Unit unit, long otherwise) {
        return fields.get(key).map(value -> value.quantity(unit, 1, 2_000_000)).orElse(otherwise);
    }

    private static Optional<OnBoardCharger> charger(Fields car) {
        boolean alternating =
                car.get("mode")
                        .map(mode ->
                                switch (mode.text()) {
                                    case "ac" -> true;
                                    case "dc" -> false;
                                    case String other ->
                                            throw mode.wrong("expected ac or dc, found " + other);
                                })
                        .orElse(false);
        OnBoardCharger charger =
                car.get("charger").map(ScriptFile::charger).orElse(OnBoardCharger.ELEVEN_KILOWATTS);
        return alternating ? Optional.of(charger) : Optional.empty();
    }

    private static OnBoardCharger charger(Value value) {
        Fields fields = value.fields("phases", "current", "least", "voltage");
        OnBoardCharger usual = OnBoardCharger.ELEVEN_KILOWATTS;
        try {
            return new OnBoardCharger(
                    fields.get("phases").map(of -> of.whole(1, 3)).orElse(usual.phases()),
                    amount(fields, "current", Unit.CURRENT, usual.maxMilliamps()),
                    amount(fields, "least", Unit.CURRENT, usual.minMilliamps()),
                    amount(fields, "voltage", Unit.VOLTAGE, usual.maxMillivolts()));
        } catch (IllegalArgumentException e) {
            throw value.wrong("no such charger: " + e.getMessage());
        }
    }

    private static Set<Integer> services(Value value) {
        Set<Integer> services = new HashSet<>();
        value.list().forEach(item -> services.add(item.whole(1, 65_535)));
        return services;
    }

    static Duration time(Value value, long mostMs) {
        return Duration.ofMillis(value.quantity(Unit.TIME, 0, mostMs));
    }

    private static Expectations expectations(Optional<Value> given, List<Visit> visits) {
        if (given.isEmpty()) {
            return Expectations.usual(visits);
        }
        Fields fields = given.get().fields("endings", "energy", "responses", "slowest-answer");
        Optional<Fields> energy = fields.get("energy").map(value -> value.fields("least", "most"));
        return new Expectations(
                fields.get("endings")
                        .map(value -> value.list().stream().map(Value::text).toList())
                        .orElseGet(() -> Expectations.usual(visits).endings()),
                energy.flatMap(of -> of.get("least")).map(ScriptFile::energy),
                energy.flatMap(of -> of.get("most")).map(ScriptFile::energy),
                fields.get("responses").map(ScriptFile::responses).orElse(Map.of()),
                fields.get("slowest-answer").map(value -> time(value, DAY_MS)));
    }

    private static long energy(Value value) {
        return value.quantity(Unit.ENERGY, 0, 2_000_000_000L) / 1_000;
    }

    private static Map<String, String> responses(Value value) {
        Map<String, String> responses = new HashMap<>();
        value.entries().forEach((message, code) -> responses.put(message, code.text()));
        return responses;
    }
}
