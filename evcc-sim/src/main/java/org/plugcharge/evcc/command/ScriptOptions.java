package org.plugcharge.evcc.command;

import org.plugcharge.evcc.script.Quirk;
import org.plugcharge.evcc.script.Quirks;

import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a car and its driver do by a script, and which kind of car it is. */
final class ScriptOptions {

    @Option(
            names = "--script",
            paramLabel = "FILE",
            split = ",",
            description =
                    "do what these scripts say (YAML), one after the other, and say whether each"
                            + " went as it expects")
    private List<Path> files = List.of();

    @Option(
            names = "--quirk",
            paramLabel = "NAME",
            description = "be a kind of car that differs from the standard; see --list-quirks")
    private String quirk = "none";

    @Option(
            names = "--list-quirks",
            description = "say which kinds of cars are known, and from where")
    private boolean list;

    boolean asked() {
        return !files.isEmpty();
    }

    boolean listAsked() {
        return list;
    }

    List<Path> files() {
        return files;
    }

    Optional<Quirk> quirk() {
        return Quirks.named(quirk);
    }

    Optional<String> objection() {
        return quirk.equals("none") || quirk().isPresent()
                ? Optional.empty()
                : Optional.of("unknown quirk " + quirk + "; --list-quirks shows those there are");
    }

    static void list(PrintWriter out) {
        for (Quirk one : Quirks.all()) {
            out.println(one.name());
            out.println("    " + one.car() + ".");
            out.println("    Source: " + one.source() + ".");
        }
        out.flush();
    }
}
