package org.plugcharge.evcc.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * A session as one HTML page that needs nothing else: no network, no script (with one it can search
 * and change colours).
 *
 * <p>What peers said is escaped, and the page's own policy lets no other script run than the one it
 * was made with.
 */
public final class ReportPage {

    private static final String CSS = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private ReportPage() {}

    /** The page. */
    public static String html(SessionReport report) {
        Html page = new Html();
        head(report, page);
        page.raw("<body>\n");
        top(report, page);
        page.raw("<main>\n");
        firstScreen(report, page);
        SequenceView.write(report, page);
        PowerChart.write(report, page);
        CertificateView.write(report, page);
        ReceiptView.write(report, page);
        invariants(report.outcome(), page);
        notes(report.notes(), page);
        page.raw("</main>\n");
        foot(report, page);
        return page.raw("<script>").raw(SCRIPT).raw("</script>\n</body>\n</html>\n").toString();
    }

    private static void head(SessionReport report, Html page) {
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                                + " style-src 'unsafe-inline'; ")
                .raw("script-src 'sha256-")
                .raw(sha256(SCRIPT))
                .raw("'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .text(
                        "Charging session, "
                                + report.scenario()
                                + ", "
                                + Quantities.second(report.pluggedIn()))
                .raw("</title>\n<style>\n")
                .raw(CSS)
                .raw("</style>\n</head>\n");
    }

    private static void top(SessionReport report, Html page) {
        page.raw("<a class=\"skip\" href=\"#timeline\">Skip to the timeline</a>\n")
                .raw("<header class=\"top\"><div class=\"in\">")
                .raw("<span class=\"brand\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">")
                .raw("<path d=\"M9 0 2.5 9H7l-1 7 7.5-9.5H8.6z\"/></svg>plugcharge</span>\n")
                .raw("<nav aria-label=\"Sections\">")
                .raw("<a href=\"#timeline\">Timeline</a>");
        if (!report.curve().isEmpty()) {
            page.raw("<a href=\"#power\">Power</a>");
        }
        if (!report.trees().isEmpty()) {
            page.raw("<a href=\"#certificates\">Certificates</a>");
        }
        if (report.receipt().isPresent()) {
            page.raw("<a href=\"#receipt\">Receipt</a>");
        }
        page.raw("<a href=\"#checks\">Checks</a></nav>\n")
                .raw("<button type=\"button\" id=\"theme\" hidden>Dark</button></div></header>\n");
    }

    private static void firstScreen(SessionReport report, Html page) {
        page.raw("<section class=\"hero\" aria-labelledby=\"what\">\n<p class=\"meta\">");
        badge(report.outcome(), page);
        page.raw("<span>Scenario <b>")
                .text(report.scenario())
                .raw("</b></span><span>plugged in ")
                .text(Quantities.second(report.pluggedIn()))
                .raw("</span>");
        report.contract()
                .ifPresent(contract ->
                        page.raw("<span>identified by <b>").text(contract).raw("</b></span>"));
        page.raw("</p>\n<h1 id=\"what\">").text(report.headline()).raw("</h1>\n");
        figures(report, page);
        phases(report.phases(), page);
        page.raw("</section>\n");
    }

    private static void badge(Outcome outcome, Html page) {
        int all = outcome.invariants().size();
        if (outcome.held()) {
            page.raw("<strong class=\"badge ok\">&#10003; Ended as it should</strong>");
        } else if (all == 0) {
            page.raw("<strong class=\"badge bad\">&#10007; Nothing was checked</strong>");
        } else {
            page.raw("<strong class=\"badge bad\">&#10007; ")
                    .raw(outcome.broken())
                    .raw(" of ")
                    .raw(all)
                    .raw(" checks failed</strong>");
        }
    }

    private static void figures(SessionReport report, Html page) {
        KeyFigures figures = report.outcome().figures();
        List<PowerPoint> curve = report.curve();
        page.raw("<dl class=\"figures\">\n");
        figure("Energy", Quantities.energy(figures.wattHours()), socText(curve), page);
        report.receipt()
                .ifPresent(receipt ->
                        figure(
                                "Price",
                                Quantities.plain(receipt.gross()) + " " + receipt.currency(),
                                "all taxes included",
                                page));
        if (!curve.isEmpty()) {
            long peak = curve.stream().mapToLong(PowerPoint::milliWatts).max().orElseThrow();
            Duration charging = Duration.between(curve.getFirst().at(), curve.getLast().at());
            figure(
                    "Peak power",
                    Quantities.power(peak),
                    "charging for " + Quantities.duration(charging),
                    page);
        }
        if (figures.answers() > 0) {
            figure(
                    "Response time",
                    Quantities.duration(figures.responseMedian()),
                    "median; 99 % within " + Quantities.duration(figures.responseP99()),
                    page);
        }
        figure(
                "Messages",
                Integer.toString(figures.messages()),
                figures.answers() + " V2G requests answered",
                page);
        figure("Wall time", Quantities.duration(figures.wallTime()), "the whole run", page);
        page.raw("</dl>\n");
    }

    private static String socText(List<PowerPoint> curve) {
        return curve.isEmpty()
                ? "no charge loop"
                : "battery "
                        + curve.getFirst().socPercent()
                        + " % to "
                        + curve.getLast().socPercent()
                        + " %";
    }

    private static void figure(String name, String value, String detail, Html page) {
        page.raw("<div><dt>")
                .text(name)
                .raw("</dt><dd><b>")
                .text(value)
                .raw("</b><small>")
                .text(detail)
                .raw("</small></dd></div>\n");
    }

    private static void phases(List<Phase> phases, Html page) {
        if (phases.isEmpty()) {
            return;
        }
        page.raw("<h2 class=\"small\">Phases; the bar starts at plug-in</h2>\n")
                .raw("<div class=\"bar\" aria-hidden=\"true\">");
        for (Phase phase : phases) {
            if (phase.stage() != Stage.PREPARE) {
                segment(phase, page);
            }
        }
        page.raw("</div>\n<ol class=\"phases\">\n");
        for (Phase phase : phases) {
            page.raw("<li class=\"p-")
                    .raw(phase.stage().key())
                    .raw(phase.held() ? "\">" : " broke\">");
            page.raw("<i></i><span>")
                    .text(phase.stage().title())
                    .raw("</span> <b>")
                    .text(Quantities.duration(phase.duration()))
                    .raw("</b>");
            if (!phase.held()) {
                page.raw(" <em>ended here</em>");
            }
            if (!phase.detail().isBlank()) {
                page.raw(" <small>").text(phase.detail()).raw("</small>");
            }
            page.raw("</li>\n");
        }
        page.raw("</ol>\n");
    }

    private static void segment(Phase phase, Html page) {
        long micros = Math.max(1, phase.duration().toNanos() / 1_000);
        page.raw("<i class=\"p-")
                .raw(phase.stage().key())
                .raw("\" style=\"flex-grow:")
                .raw(micros)
                .raw("\" title=\"")
                .text(phase.stage().title() + ", " + Quantities.duration(phase.duration()))
                .raw("\"><span>")
                .text(phase.stage().title())
                .raw("</span></i>");
    }

    private static void invariants(Outcome outcome, Html page) {
        page.raw("<section id=\"checks\" aria-labelledby=\"checks-h\">\n")
                .raw("<h2 id=\"checks-h\">Checks</h2>\n<p class=\"lead\">")
                .raw("What had to be true of this session, and what was found.</p>\n")
                .raw("<ul class=\"checks\">\n");
        for (Outcome.Invariant invariant : outcome.invariants()) {
            page.raw(
                            invariant.held()
                                    ? "<li class=\"ok\"><b>&#10003; held</b> "
                                    : "<li class=\"bad\"><b>&#10007; broken</b> ")
                    .raw("<span>")
                    .text(invariant.name())
                    .raw("</span> <small>")
                    .text(invariant.detail())
                    .raw("</small></li>\n");
        }
        page.raw("</ul>\n</section>\n");
    }

    private static void notes(List<String> notes, Html page) {
        if (notes.isEmpty()) {
            return;
        }
        page.raw("<section aria-labelledby=\"notes-h\">\n<h2 id=\"notes-h\">Good to know</h2>\n")
                .raw("<ul class=\"notes\">\n");
        notes.forEach(note -> page.element("li", note).raw("\n"));
        page.raw("</ul>\n</section>\n");
    }

    private static void foot(SessionReport report, Html page) {
        page.raw(
                        "<footer class=\"in\"><p>Made by plugcharge. Times are UTC, offsets count"
                                + " from plug-in (")
                .text(Quantities.second(report.pluggedIn()))
                .raw(
                        "). The page holds identifiers and messages of the session: keep it as you"
                                + " keep a log.</p></footer>\n");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
