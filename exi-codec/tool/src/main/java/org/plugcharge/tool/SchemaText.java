package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.v2g.MessageSet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code v2g schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description =
                "Writes XML Schema text of a message set: our own text of the same grammar, not the"
                        + " publisher's files.",
        footer = {
            "",
            "There is one file for each namespace, and index.xsd that imports them all. Without"
                    + " --out the files are written to standard output, one behind the other, each"
                    + " after a comment with its name.",
            "",
            "Status: 0 done, 1 the folder can't be written, 2 wrong use.",
            "",
            "Example:",
            "  v2g schema --set iso20.DC --out schemas/"
        })
final class SchemaText implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--set",
            required = true,
            converter = SetConverter.class,
            completionCandidates = SetOption.Labels.class,
            description = "Message set: ${COMPLETION-CANDIDATES}.")
    private MessageSet set = MessageSet.ISO2;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the files into this folder.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it");
        }
        PrintWriter out = spec.commandLine().getOut();
        for (String file : List.of(resource("files.txt").split("\n"))) {
            if (folder == null) {
                out.println("<!-- " + file + " -->");
                out.print(resource(file));
            } else {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(file), resource(file));
            }
        }
        out.flush();
        return 0;
    }

    private String resource(String file) throws IOException {
        String path = set.schemaFolder() + file;
        try (InputStream in = MessageSet.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
