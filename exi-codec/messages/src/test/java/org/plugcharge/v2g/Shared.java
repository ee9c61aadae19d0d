package org.plugcharge.v2g;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of schemas and vectors beside the repository, which is never part of it. */
public final class Shared {

    private Shared() {}

    /** The folder; the test is skipped where it is missing. */
    public static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolveSibling("shared");
            if (Files.isDirectory(shared.resolve("schemas"))) {
                return shared;
            }
        }
        Assumptions.abort("skipped: no ../shared");
        throw new IllegalStateException("not reached");
    }

    /** A row of the vectors. */
    public record Vector(
            int line, String set, String kind, String message, String hex, String verdict) {

        @Override
        public String toString() {
            return "line " + line + " " + set + " " + kind + " " + message + " " + verdict;
        }
    }

    /** All rows of the vectors. */
    public static List<Vector> vectors() {
        try {
            List<String> lines = Files.readAllLines(folder().resolve("vectors/exi-vectors.tsv"));
            return java.util.stream.IntStream.range(1, lines.size())
                    .mapToObj(index -> {
                        String[] cells = lines.get(index).split("\t", -1);
                        return new Vector(
                                index + 1, cells[0], cells[1], cells[2], cells[3], cells[5]);
                    })
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
