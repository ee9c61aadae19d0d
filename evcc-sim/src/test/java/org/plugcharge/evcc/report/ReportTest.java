package org.plugcharge.evcc.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.report.CaseResult.Status;
import org.plugcharge.evcc.report.CaseResult.VisitResult;
import org.plugcharge.evcc.script.Answer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/** What programs read of results. */
class ReportTest {

    private static final Report REPORT =
            new Report(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    Duration.ofMillis(2_500),
                    List.of(
                            CaseResult.of(
                                    "script",
                                    "a <good> & \"quoted\" one",
                                    Status.PASSED,
                                    "as expected",
                                    Duration.ofMillis(1_250),
                                    List.of(
                                            new VisitResult(
                                                    "completed",
                                                    "done",
                                                    Duration.ofSeconds(1),
                                                    42,
                                                    Timing.of(answers())))),
                            new CaseResult(
                                    "misbehaviour",
                                    "bad",
                                    Status.FAILED,
                                    "said \u0000\u001b[31m]]> \ud83d\ude97 \ud800",
                                    Duration.ofMillis(250),
                                    List.of(),
                                    List.of(3, 13),
                                    "closes"),
                            new CaseResult(
                                    "misbehaviour",
                                    "skipped",
                                    Status.SKIPPED,
                                    "needs TLS",
                                    Duration.ZERO,
                                    List.of(),
                                    List.of(),
                                    "closes")));

    @Test
    void jsonHasEverythingAndAVersion() {
        JsonNode root = JsonMapper.builder().build().readTree(JsonReport.text(REPORT));
        assertThat(root.get("format").asString()).isEqualTo("evcc-sim-results");
        assertThat(root.get("version").asInt()).isEqualTo(1);
        assertThat(root.get("passed").asInt()).isEqualTo(1);
        assertThat(root.get("failed").asInt()).isEqualTo(1);
        assertThat(root.get("notTried").asInt()).isEqualTo(1);
        assertThat(root.get("seconds").asDouble()).isEqualTo(2.5);
        JsonNode script = root.get("cases").get(0);
        assertThat(script.get("name").asString()).isEqualTo("a <good> & \"quoted\" one");
        JsonNode answer = script.get("visits").get(0).get("answers").get(0);
        assertThat(answer.get("message").asString()).isEqualTo("CurrentDemandRes");
        assertThat(answer.get("medianMs").asDouble()).isEqualTo(50);
        assertThat(answer.get("p99Ms").asDouble()).isEqualTo(99);
        assertThat(answer.get("slowestMs").asDouble()).isEqualTo(100);
        assertThat(answer.get("codes").get("OK").asInt()).isEqualTo(100);
        assertThat(root.get("cases").get(1).get("rows").get(1).asInt()).isEqualTo(13);
    }

    @Test
    void xmlIsReadByAStrictParserWhateverTheStationSaid() throws Exception {
        DocumentBuilderFactory strict = DocumentBuilderFactory.newDefaultInstance();
        strict.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        strict.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document =
                strict.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(JunitReport.text(REPORT))));
        Element misbehaviours = (Element) document.getElementsByTagName("testsuite").item(1);
        assertThat(misbehaviours.getAttribute("tests")).isEqualTo("2");
        assertThat(misbehaviours.getAttribute("failures")).isEqualTo("1");
        assertThat(misbehaviours.getAttribute("skipped")).isEqualTo("1");
        assertThat(misbehaviours.getAttribute("time")).isEqualTo("0.250");
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("\ufffd", "]]>", "\ud83d\ude97");
        assertThat(failure.getTextContent()).startsWith("demanded: closes\nseen: ");
        Element good = (Element) document.getElementsByTagName("testcase").item(0);
        assertThat(good.getAttribute("name")).isEqualTo("a <good> & \"quoted\" one");
        assertThat(good.hasChildNodes()).isFalse();
    }

    @Test
    void goodMeansThatNothingFailed() {
        assertThat(REPORT.good()).isFalse();
        assertThat(
                        new Report(REPORT.began(), REPORT.took(), List.of(REPORT.cases().getLast()))
                                .good())
                .isTrue();
    }

    private static List<Answer> answers() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(ms -> new Answer("CurrentDemandRes", "OK", Duration.ofMillis(ms)))
                .toList();
    }
}
