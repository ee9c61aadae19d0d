package org.plugcharge.secc.session.iso2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A row of conformance.tsv.
 *
 * @param outlet ac, dc, or both: for either
 * @param payment eim, pnc, or both
 * @param story plain, resumed, or renegotiated
 * @param due the request that is due, without its "Req"
 * @param given what comes: good, or the fault
 * @param expected the response code, or closed
 */
record Case(
        String id,
        String outlet,
        String payment,
        String story,
        String due,
        String given,
        String expected) {

    private static final String FILE = "conformance.tsv";
    private static final int COLUMNS = 7;

    static List<Case> all() {
        try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new AssertionError("not a row: " + String.join(" | ", cells));
        }
        return new Case(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
    }

    /** Whether the core plays it; the others name a test elsewhere or a reason. */
    boolean played() {
        return !due.equals("-");
    }

    /** Alternating or not. */
    List<Boolean> currents() {
        return switch (outlet) {
            case "ac" -> List.of(true);
            case "dc" -> List.of(false);
            default -> List.of(true, false);
        };
    }

    /** By contract or not. */
    List<Boolean> payments() {
        return switch (payment) {
            case "pnc" -> List.of(true);
            case "eim" -> List.of(false);
            default -> List.of(true, false);
        };
    }
}
