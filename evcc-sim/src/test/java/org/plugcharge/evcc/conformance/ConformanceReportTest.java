package org.plugcharge.evcc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every public case of ISO 15118-4 and -5 has a row that says which test plays it, or why none
 * does; secc/CONFORMANCE.md tells the same to people.
 */
class ConformanceReportTest {

    private static final Path ROOT = root();
    private static final String REPORT = "secc/CONFORMANCE.md";
    private static final Path STATION =
            Path.of("secc/src/test/resources/org/plugcharge/secc/session/iso2/conformance.tsv");
    private static final Path CAR =
            Path.of("evcc-sim/src/test/resources/org/plugcharge/evcc/session/iso2/conformance.tsv");

    /** A row of either table. */
    private record Row(
            String id,
            String outlet,
            String payment,
            String story,
            String due,
            String given,
            String expected) {

        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(7);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
        }

        /** How the case is dealt with. */
        String how() {
            return due.equals("-") ? given : "played";
        }

        String text() {
            return switch (how()) {
                case "played" -> played();
                case "see" -> "`" + expected + "`";
                default -> expected;
            };
        }

        private String played() {
            String current =
                    outlet.equals("both") ? "AC and DC" : outlet.toUpperCase(java.util.Locale.ROOT);
            String who = payment.equals("both") ? "EIM and PnC" : payment;
            return current
                    + ", "
                    + who
                    + (story.equals("plain") ? "" : ", " + story)
                    + ": "
                    + due
                    + ", "
                    + given
                    + " → "
                    + expected;
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve(STATION_MARK))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("not inside the repository");
        }
        return at;
    }

    private static final String STATION_MARK = "secc/pom.xml";

    @Test
    void everyCaseOfTheListHasARow() {
        assertThat(rows().stream().map(Row::id).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(list());
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        List<String> sources = testSources();
        assertThat(rows().stream().filter(row -> row.how().equals("see")).map(Row::expected))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(isThere(name, sources)).as(name).isTrue());
    }

    private static boolean isThere(String name, List<String> sources) {
        String[] parts = name.replaceAll("^.*:", "").split("#", -1);
        return sources.stream()
                .anyMatch(source ->
                        source.contains("class " + parts[0] + " ")
                                && (parts.length == 1 || source.contains(" " + parts[1] + "(")));
    }

    private static List<String> testSources() {
        List<String> sources = new ArrayList<>();
        for (String module : List.of("secc", "evcc-sim")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .map(ConformanceReportTest::text)
                        .forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    @Test
    void theReportTellsTheSame() throws IOException {
        String report = report(rows());
        Path kept = ROOT.resolve(REPORT);
        if (!Files.exists(kept) || !text(kept).equals(report)) {
            Path fresh = ROOT.resolve("evcc-sim/target/CONFORMANCE.md");
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, report);
            throw new AssertionError(REPORT + " is out of date: copy " + fresh + " over it");
        }
    }

    private static List<Row> rows() {
        return Stream.of(STATION, CAR)
                .flatMap(file -> text(ROOT.resolve(file)).lines())
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of the list; the test is skipped where the list is missing. */
    private static List<String> list() {
        Path cases = ROOT.resolveSibling("shared").resolve("conformance/testcases.tsv");
        Assumptions.assumeTrue(Files.exists(cases), "skipped: no ../shared");
        return text(cases)
                .lines()
                .map(line -> line.split("\t", -1)[0])
                .filter(id -> id.startsWith("TC_SECC_") || id.startsWith("TC_EVCC_"))
                .toList();
    }

    private static String report(List<Row> rows) {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Cases of ISO 15118-4 and -5

                        Made by `ConformanceReportTest` of evcc-sim from the two tables `conformance.tsv` beside the
                        cores of ISO 15118-2; do not edit. The ids are the public ones, the words are ours. A case
                        that is *played* runs on the core in virtual time, with real keys and signatures
                        (`ConformanceTest` of secc for stations, of evcc-sim for vehicles): what is due, what comes,
                        what must follow. Where a case speaks of waking the other side by the pilot or the duty
                        cycle of five percent, the messages that follow are played; the pilot itself is hardware.

                        """);
        text.append("| | played | another test | not done | power line |\n|---|---|---|---|---|\n");
        for (String role : List.of("SECC", "EVCC")) {
            text.append("| ").append(role);
            for (String how : List.of("played", "see", "not", "elsewhere")) {
                text.append(" | ")
                        .append(
                                rows.stream()
                                        .filter(row -> row.id().startsWith("TC_" + role))
                                        .filter(row -> row.how().equals(how))
                                        .count());
            }
            text.append(" |\n");
        }
        text.append(
                """

                Where ours says more than the list asks: `TC_SECC_CMN_VTB_PaymentDetails_008` to `_010` expect
                FAILED for a contract chain that is wrong, ours names the fault. With a certificate installation
                or update, the back end judges request, signature and chain; the station's case is that it hands
                the back end's refusal on and ends the session.

                """);
        TreeMap<String, List<Row>> groups = new TreeMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(row.id().replaceAll("_\\d+$", ""), _ -> new ArrayList<>())
                    .add(row);
        }
        groups.forEach((group, cases) -> section(text, group, cases));
        return text.toString();
    }

    private static void section(StringBuilder text, String group, List<Row> cases) {
        text.append("## ").append(group).append("\n\n");
        if (cases.stream().allMatch(row -> row.how().equals("elsewhere"))) {
            text.append(cases.size())
                    .append(cases.size() == 1 ? " case: " : " cases: ")
                    .append(cases.getFirst().expected())
                    .append("\n\n");
            return;
        }
        text.append("| case | how | what |\n|---|---|---|\n");
        for (Row row : cases) {
            text.append("| ")
                    .append(row.id().substring(group.length() + 1))
                    .append(" | ")
                    .append(row.how())
                    .append(" | ")
                    .append(row.text())
                    .append(" |\n");
        }
        text.append('\n');
    }
}
