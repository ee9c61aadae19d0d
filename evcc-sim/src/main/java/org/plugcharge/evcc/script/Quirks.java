package org.plugcharge.evcc.script;

import org.plugcharge.evcc.script.Document.Fields;
import org.plugcharge.evcc.script.Document.Value;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of real cars that are known, read from {@code quirks.yaml} beside this class. */
public final class Quirks {

    private static final int MOST_PADDING = 64;
    private static final String FILE = "quirks.yaml";
    private static final List<Quirk> ALL = read();

    private Quirks() {}

    /** All of them. */
    public static List<Quirk> all() {
        return ALL;
    }

    /** The one with this name. */
    public static Optional<Quirk> named(String name) {
        return ALL.stream().filter(quirk -> quirk.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Quirk::name).toList();
    }

    private static List<Quirk> read() {
        try (InputStream in = Quirks.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return parse(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " can't be read", e);
        }
    }

    static List<Quirk> parse(String file, String text) {
        return Document.fields(file, text, "quirks").required("quirks").list().stream()
                .map(Quirks::quirk)
                .toList();
    }

    private static Quirk quirk(Value value) {
        Fields fields =
                value.fields(
                        "name",
                        "car",
                        "source",
                        "skips-cable-check",
                        "omits-charging-profile",
                        "needs-limits",
                        "padded",
                        "longest-wait");
        return new Quirk(
                fields.required("name").text(),
                fields.required("car").text(),
                fields.required("source").text(),
                truth(fields, "skips-cable-check"),
                truth(fields, "omits-charging-profile"),
                truth(fields, "needs-limits"),
                fields.get("padded").map(Quirks::padded).orElse(Map.of()),
                fields.get("longest-wait").map(wait -> ScriptFile.time(wait, 60_000)));
    }

    private static Map<String, Integer> padded(Value value) {
        Map<String, Integer> padded = new HashMap<>();
        value.entries()
                .forEach((message, octets) -> padded.put(message, octets.whole(1, MOST_PADDING)));
        return padded;
    }

    private static boolean truth(Fields fields, String key) {
        return fields.get(key).map(Value::truth).orElse(false);
    }
}
