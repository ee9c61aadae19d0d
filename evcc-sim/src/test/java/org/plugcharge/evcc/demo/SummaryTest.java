package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.evcc.demo.Outcome.Invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class SummaryTest {

    private static final SessionReport HAPPY = SampleSession.happy(40);

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 80, 100, 400})
    void fitsTheScreen(int columns) {
        TerminalStyle style = new TerminalStyle(true, false, true, columns);
        for (SessionReport report : List.of(HAPPY, SampleSession.forged(), crowded())) {
            assertThat(
                            Summary.lines(
                                    report,
                                    "/home/somebody/" + "a-long-name/".repeat(20) + "report.html",
                                    style))
                    .hasSizeLessThanOrEqualTo(Summary.MAX_LINES)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(style.columns()));
        }
    }

    @Test
    void saysEverythingThatCounts() {
        String shown = String.join("\n", Summary.lines(HAPPY, "report.html", TerminalStyle.PLAIN));
        assertThat(shown)
                .contains(
                        "OK  ",
                        "DEPNC*******01",
                        "412 Wh",
                        "0.49",
                        "1.49",
                        "2.07",
                        "EUR",
                        "VAT 19 %")
                .contains(
                        "median",
                        "p99",
                        "31.2 s",
                        "energy billed = energy metered",
                        "::1",
                        "report.html")
                .contains("station, TLS", "until 2027-01-20");
    }

    @Test
    void theContractIsMaskedInItsCertificateToo() {
        String shown = String.join("\n", Summary.lines(HAPPY, "report.html", TerminalStyle.PLAIN));
        assertThat(shown).containsPattern("DEPNC\\*{7}01 +until").doesNotContain("DEPNCC00000001");
    }

    @Test
    void whatIsBrokenComesFirst() {
        List<String> lines = Summary.lines(crowded(), "report.html", TerminalStyle.PLAIN);
        assertThat(lines.get(1)).startsWith("FAILED");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("Checks"))
                .singleElement()
                .asString()
                .contains("!!  the broken one");
        assertThat(lines).anyMatch(line -> line.contains("more in the report"));
    }

    @Test
    void noEscapesWithoutColoursAndNoneOfPeers() {
        assertThat(String.join("", Summary.lines(HAPPY, "report.html", TerminalStyle.PLAIN)))
                .doesNotContain("\u001b");
        SessionReport hostile = with(HAPPY, "hello\u001b[2J\r\nworld", HAPPY.outcome());
        TerminalStyle colours = new TerminalStyle(true, true, true, 100);
        assertThat(String.join("", Summary.lines(hostile, "report.html", colours)))
                .contains("\u001b[32m")
                .contains("hello\\u001b[2J\\u000d world")
                .doesNotContain("\u001b[2J", "\r", "\n");
    }

    private static SessionReport crowded() {
        List<Invariant> invariants =
                new ArrayList<>(
                        IntStream.range(0, 60)
                                .mapToObj(i ->
                                        new Invariant(
                                                "invariant number " + i + " of very many",
                                                true,
                                                "detail ".repeat(30)))
                                .toList());
        invariants.add(new Invariant("the broken one", false, "found 1, expected 0"));
        return with(
                HAPPY,
                "A very long sentence about a session ".repeat(20),
                new Outcome(invariants, HAPPY.outcome().figures()));
    }

    private static SessionReport with(SessionReport report, String headline, Outcome outcome) {
        List<String> notes = new ArrayList<>(report.notes());
        notes.addAll(Collections.nCopies(20, "one more note"));
        return new SessionReport(
                report.scenario(),
                headline,
                report.pluggedIn(),
                Optional.of("DEPNC*******01"),
                outcome,
                report.phases(),
                report.timeline(),
                report.curve(),
                report.trees(),
                report.receipt(),
                notes);
    }
}
