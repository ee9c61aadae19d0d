package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.tool.otherengine.OtherEngineException;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageTextException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code v2g roundtrip}. */
@Command(
        name = "roundtrip",
        mixinStandardHelpOptions = true,
        description =
                "Reads lines of 'set<TAB>kind<TAB>hex' from standard input, decodes and encodes"
                        + " each again.",
        footer = {
            "",
            "Writes one line for each: the hex again, or 'error: ' and the reason. kind is document"
                + " or fragment. With --engine exificient a crash of that engine is such an 'error:"
                + " ' line too.",
            "",
            "Status: 0 all lines are the same again, 1 one differs or can't be read, 2 wrong use.",
            "",
            "Example:",
            "  printf 'iso2\\tdocument\\t8098...\\n' | v2g roundtrip",
            "",
            "Facets of the schema do not matter here; broken ones are named on standard error."
        })
final class RoundTrip implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private EngineOption chosen = new EngineOption();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean same = true;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                String[] cells = line.split("\t", -1);
                String again = again(cells, number, err);
                same &= cells.length >= 3 && again.equalsIgnoreCase(cells[2].trim());
                out.println(again);
                out.flush();
            }
        }
        return same ? 0 : 1;
    }

    private String again(String[] cells, int number, PrintWriter err) {
        if (cells.length < 3) {
            return "error: expected set<TAB>kind<TAB>hex, found " + cells.length + " cells";
        }
        MessageSet set = MessageSet.of(cells[0].trim()).orElse(null);
        if (set == null) {
            return "error: expected a known message set, found " + cells[0];
        }
        try {
            Kind kind = Kind.valueOf(cells[1].trim().toUpperCase(Locale.ROOT));
            Reading reading = chosen.engine().decode(set, kind, Bytes.fromHex(cells[2].trim()));
            reading.brokenFacets()
                    .forEach(problem ->
                            err.println("line " + number + " breaks the schema: " + problem));
            err.flush();
            return reading.encode().toHex();
        } catch (ExiException | OtherEngineException | MessageTextException | InputException e) {
            return "error: " + e.getMessage();
        } catch (IllegalArgumentException e) {
            return "error: expected document or fragment and hex digits: " + e.getMessage();
        }
    }
}
