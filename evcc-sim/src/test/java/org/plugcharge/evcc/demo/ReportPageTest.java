package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.exi.Bytes;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class ReportPageTest {

    private static final String HOSTILE =
            "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\u202e\u0000";
    private static final Instant START = SampleSession.PLUGGED_IN;
    private static final Set<String> VOID = Set.of("meta", "input", "br", "!doctype");
    private static final Pattern TAG =
            Pattern.compile("<(/?)(!?[a-z][a-z0-9]*)((?:\"[^\"]*\"|[^\">])*)>");

    static Stream<Named<SessionReport>> reports() {
        return Stream.of(
                Named.of("happy", SampleSession.happy(30)),
                Named.of("forged", SampleSession.forged()),
                Named.of("hostile", hostile()),
                Named.of("empty", empty()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyTagIsClosed(SessionReport report) {
        String page = withoutScriptAndStyle(ReportPage.html(report));
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            if (VOID.contains(tag.group(2)) || tag.group(3).endsWith("/")) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.push(tag.group(2));
            } else {
                assertThat(open.pop()).as("at %s", tag.start()).isEqualTo(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void needsNothingFromOutside(SessionReport report) {
        String page = ReportPage.html(report);
        assertThat(page.substring(0, 15)).isEqualTo("<!doctype html>");
        assertThat(
                        present(
                                page,
                                "http://",
                                "https://",
                                "<link",
                                "<iframe",
                                "<img",
                                "@import",
                                "url("))
                .isEmpty();
        assertThat(
                        Pattern.compile("<[a-z]+[^>]* src=")
                                .matcher(withoutScriptAndStyle(page))
                                .results())
                .isEmpty();
    }

    @Test
    void nothingAPeerSaysIsMarkup() {
        String page = ReportPage.html(hostile());
        assertThat(count(page, "<script")).isEqualTo(1);
        assertThat(absent(page, "&lt;script&gt;alert(1)&lt;/script&gt;", "\\u202e\\u0000"))
                .isEmpty();
        assertThat(present(page, "\u0000", "\u202e", "</pre>\"")).isEmpty();
        assertThat(
                        Pattern.compile("<[^>]*(onerror|alert)")
                                .matcher(withoutScriptAndStyle(page))
                                .results())
                .isEmpty();
    }

    @Test
    void noOtherScriptMayRun() throws Exception {
        String page = ReportPage.html(empty());
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        String hash =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(script.getBytes(StandardCharsets.UTF_8)));
        assertThat(absent(page, "script-src 'sha256-" + hash + "'", "default-src 'none'"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void headingsAndPlacesAreSound(SessionReport report) {
        String page = ReportPage.html(report);
        assertThat(count(page, "<h1")).isEqualTo(1);
        List<String> ids =
                Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(m -> m.group(1))
                        .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(
                        Pattern.compile("href=\"#([^\"]+)\"")
                                .matcher(page)
                                .results()
                                .map(m -> m.group(1)))
                .isSubsetOf(ids);
    }

    @Test
    void theHappySessionShowsAllItsParts() {
        SessionReport report = SampleSession.happy(30);
        String page = ReportPage.html(report);
        assertThat(count(page, "<details class=\"m ")).isEqualTo(report.timeline().size());
        assertThat(
                        absent(
                                page,
                                "Ended as it should",
                                "2.07 EUR",
                                "412 Wh",
                                "CertificateInstallationRes",
                                "Charge loop</b>"))
                .isEmpty();
        assertThat(
                        absent(
                                page,
                                "60 messages in",
                                "30 answers",
                                "DE*PNC*E00001",
                                "TEST V2G ROOT",
                                "40 years left"))
                .isEmpty();
        assertThat(
                        absent(
                                page,
                                "aria-label=\"Power between",
                                "VAT 19 %",
                                "energy billed = energy metered"))
                .isEmpty();
        assertThat(count(page, "<article class=\"tree\">")).isEqualTo(4);
        assertThat(count(page, "<details class=\"g loop\">")).isEqualTo(1);
        assertThat(count(page, "<h3 class=\"p-")).isEqualTo(report.phases().size());
    }

    @Test
    void aBrokenSessionSaysSo() {
        String page = ReportPage.html(SampleSession.forged());
        assertThat(
                        absent(
                                page,
                                "1 of 2 checks failed",
                                "&#10007; broken",
                                "ended here",
                                "FAILED_CertChainError"))
                .isEmpty();
        assertThat(present(page, "Ended as it should", "id=\"receipt\"", "id=\"power\"")).isEmpty();
        assertThat(absent(ReportPage.html(empty()), "Nothing was checked")).isEmpty();
    }

    @Test
    void anotherV2gMessageEndsTheLoop() {
        List<Timeline.Entry> entries = new ArrayList<>();
        for (int loop = 0; loop < 2; loop++) {
            for (int i = 0; i < 3; i++) {
                entries.add(entry(entries.size(), Layer.V2G, "CurrentDemandReq", true));
                entries.add(entry(entries.size(), Layer.OCPP, "TransactionEventRequest", false));
            }
            entries.add(entry(entries.size(), Layer.V2G, "PowerDeliveryReq", false));
        }
        String page = ReportPage.html(report("renegotiated", entries, List.of(), Optional.empty()));
        assertThat(count(page, "<details class=\"g loop\">")).isEqualTo(2);
        assertThat(count(page, "3 messages in")).isEqualTo(2);
        assertThat(count(page, "2 other messages meanwhile")).isEqualTo(2);
        assertThat(count(page, "<details class=\"m ")).isEqualTo(14);
    }

    @Test
    void twoThousandMessagesStaySmall() {
        SessionReport report = SampleSession.happy(1_000);
        String page = ReportPage.html(report);
        assertThat(report.timeline().size()).isGreaterThan(2_000);
        assertThat(page.length()).isLessThan(4_000_000);
    }

    @Test
    void aLongCurveIsThinnedAndKeepsItsExtremes() {
        List<PowerPoint> curve = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            int amps = i == 33_333 ? 399_900 : 100_000;
            curve.add(new PowerPoint(START.plusMillis(100L * i), 400_000, amps, 20 + i / 1_000));
        }
        String page = ReportPage.html(report("long", List.of(), curve, Optional.empty()));
        assertThat(page.length()).isLessThan(200_000);
        assertThat(absent(page, "160.0 kW", "399.9", " min</text>")).isEmpty();
    }

    @Test
    void oneMeasurementIsACurveToo() {
        String page =
                ReportPage.html(
                        report(
                                "short",
                                List.of(),
                                List.of(new PowerPoint(START, 0, 0, 0)),
                                Optional.empty()));
        assertThat(absent(page, "<circle")).isEmpty();
        assertThat(present(page, "NaN", "Infinity")).isEmpty();
    }

    private static SessionReport empty() {
        return report("", List.of(), List.of(), Optional.empty());
    }

    private static SessionReport hostile() {
        List<Timeline.Entry> entries = new ArrayList<>();
        for (Lane from : Lane.values()) {
            for (Lane to : Lane.values()) {
                entries.add(
                        new Timeline.Entry(
                                START,
                                from,
                                to,
                                Layer.V2G,
                                HOSTILE,
                                "{\"" + HOSTILE.replace("\"", "\\\"") + "\":\"</pre>\"}",
                                Bytes.of(HOSTILE.getBytes(StandardCharsets.UTF_8)),
                                false));
            }
        }
        entries.add(
                new Timeline.Entry(
                        START, Lane.CAR, Lane.CSMS, Layer.HTTP, "POST /", HOSTILE, null, true));
        Receipt receipt =
                new Receipt(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        START,
                        START.plusSeconds(9),
                        BigDecimal.ONE,
                        List.of(
                                new Receipt.Line(
                                        HOSTILE,
                                        BigDecimal.ONE,
                                        HOSTILE,
                                        BigDecimal.ONE,
                                        BigDecimal.ONE)),
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        BigDecimal.TWO,
                        HOSTILE,
                        HOSTILE);
        SessionReport report = report(HOSTILE, entries, List.of(), Optional.of(receipt));
        CertificateTree tree =
                new CertificateTree(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        START,
                        START.plus(Duration.ofDays(9)),
                        9,
                        List.of(HOSTILE),
                        CertificateTree.Standing.ISSUER_NOT_SHOWN,
                        List.of());
        return new SessionReport(
                HOSTILE,
                HOSTILE,
                START,
                Optional.of(HOSTILE),
                new Outcome(
                        List.of(new Outcome.Invariant(HOSTILE, false, HOSTILE)),
                        report.outcome().figures()),
                List.of(new Phase(Stage.MATCH, START, START.plusMillis(3), false, HOSTILE)),
                entries,
                List.of(),
                List.of(tree),
                Optional.of(receipt),
                List.of(HOSTILE));
    }

    private static SessionReport report(
            String text,
            List<Timeline.Entry> entries,
            List<PowerPoint> curve,
            Optional<Receipt> receipt) {
        return new SessionReport(
                text,
                text,
                START,
                Optional.empty(),
                new Outcome(List.of(), KeyFigures.of(entries, Duration.ZERO, BigDecimal.ZERO)),
                List.of(),
                entries,
                curve,
                List.of(),
                receipt,
                List.of());
    }

    private static Timeline.Entry entry(int millis, Layer layer, String title, boolean loop) {
        return new Timeline.Entry(
                START.plusMillis(millis), Lane.CAR, Lane.STATION, layer, title, "", null, loop);
    }

    private static String withoutScriptAndStyle(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<script>.*?</script>", "");
    }

    /** Of the parts those in the page; a failure then does not print the page. */
    private static List<String> present(String page, String... parts) {
        return Stream.of(parts).filter(page::contains).toList();
    }

    private static List<String> absent(String page, String... parts) {
        return Stream.of(parts).filter(part -> !page.contains(part)).toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
