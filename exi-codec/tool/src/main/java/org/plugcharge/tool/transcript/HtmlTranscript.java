package org.plugcharge.tool.transcript;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.explain.Entry;
import org.plugcharge.tool.explain.Entry.SaidMessage;
import org.plugcharge.tool.explain.Totals;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.rules.Times;
import org.plugcharge.tool.session.Party;
import org.plugcharge.v2g.text.MessageText;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * One page that needs nothing else: vehicle on the left, station on the right, each message opens
 * to show what is in it.
 *
 * <p>It is written as the entries come; the summary, which is known last, is shown first by its
 * style. No script, and a policy that forbids any.
 */
public final class HtmlTranscript implements Transcript {

    private final PrintWriter out;
    private final String source;
    private final String unit;
    private final Clock clock = new Clock();
    private final Loop loop = new Loop();
    private boolean folding;
    private int session = -1;

    /** Writes to {@code out} what was found in {@code source}, which consists of such units. */
    public HtmlTranscript(PrintWriter out, String source, String unit) {
        this.out = out;
        this.source = source;
        this.unit = unit;
        begin();
    }

    private void begin() {
        out.println("<!DOCTYPE html>");
        out.println("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.println(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'\">");
        out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.println("<title>" + escaped(source) + " - v2g explain</title>");
        out.println("<style>\n" + style() + "</style></head><body>");
        out.println("<header><h1>" + escaped(source) + "</h1></header>");
        out.println("<main>");
    }

    private static String style() {
        try (InputStream in = HtmlTranscript.class.getResourceAsStream("transcript.css")) {
            if (in == null) {
                throw new IllegalStateException("no resource transcript.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("transcript.css can't be read", e);
        }
    }

    @Override
    public void entry(Entry entry) {
        boolean folds = loop.folds(entry);
        if (folds && !folding) {
            out.println("<details class=\"fold\"><summary>more of the same</summary>");
            folding = true;
        }
        if (!folds) {
            unfold();
            loop.next(entry);
        }
        if (entry.where().session() != session && !folds) {
            session = entry.where().session();
            out.println(
                    "<h2>"
                            + (session == 0 ? "Before the connection" : "Session " + session)
                            + "</h2>");
            if (session > 0) {
                out.println("<p class=\"sides\"><span>vehicle</span><span>station</span></p>");
            }
        }
        row(entry);
    }

    private void unfold() {
        if (folding) {
            loop.end().ifPresent(folded -> out.println("<p>" + escaped(folded.text()) + "</p>"));
            out.println("</details>");
            folding = false;
        }
    }

    private void row(Entry entry) {
        String side = entry.by().map(HtmlTranscript::side).orElse("nobody");
        boolean failed = entry.said().filter(said -> said.message().failed()).isPresent();
        out.println(
                "<article class=\""
                        + side
                        + " "
                        + entry.layer()
                        + (failed ? " failed" : "")
                        + "\" id=\""
                        + anchor(entry)
                        + "\">");
        out.println(
                "<div class=\"at\" title=\""
                        + escaped(entry.where().place())
                        + "\">"
                        + clock.since(entry.where().at())
                        + "</div>");
        out.println("<div class=\"bubble\">");
        String head =
                "<span class=\"layer\">"
                        + entry.layer()
                        + "</span> <b>"
                        + escaped(entry.name())
                        + "</b>"
                        + entry.said().map(HtmlTranscript::badges).orElse("");
        if (entry.said().isPresent()) {
            SaidMessage said = entry.said().get();
            out.println("<details><summary>" + head + summary(entry) + "</summary>");
            out.println(
                    "<pre>"
                            + escaped(MessageText.json(MessageText.of(said.message().root()), true))
                            + "</pre>");
            out.println(
                    "<p class=\"from\">"
                            + escaped(entry.where().place())
                            + ", payload type 0x%04X, set ".formatted(said.type().code())
                            + escaped(said.message().set().label())
                            + (said.otherSets().isEmpty()
                                    ? ""
                                    : "; would also fit "
                                            + escaped(String.join(", ", said.otherSets())))
                            + "</p></details>");
        } else {
            out.println("<div>" + head + summary(entry) + "</div>");
        }
        entry.findings().forEach(this::finding);
        out.println("</div></article>");
    }

    private static String anchor(Entry entry) {
        return entry.where().unit() + entry.where().number();
    }

    private static String side(Party party) {
        return party == Party.VEHICLE ? "vehicle" : "station";
    }

    private static String badges(SaidMessage said) {
        StringBuilder badges = new StringBuilder();
        said.message()
                .responseCode()
                .ifPresent(code ->
                        badges.append(" <code class=\"code\">")
                                .append(escaped(code))
                                .append("</code>"));
        said.took()
                .ifPresent(took ->
                        badges.append(" <span class=\"took\" title=\"the vehicle waits ")
                                .append(said.limit().map(Times::text).orElse(""))
                                .append("\">")
                                .append(Times.text(took))
                                .append("</span>"));
        return badges.toString();
    }

    private static String summary(Entry entry) {
        return entry.summary().isEmpty()
                ? ""
                : "<span class=\"sum\">" + escaped(entry.summary()) + "</span>";
    }

    private void finding(Finding finding) {
        out.println(
                "<div class=\"finding "
                        + finding.gravity()
                        + "\"><b>"
                        + Words.gravity(finding.gravity())
                        + "</b> "
                        + escaped(finding.text())
                        + "<span class=\"rule\">"
                        + escaped(Words.rule(finding) + ": " + finding.rule().demand())
                        + "</span></div>");
    }

    @Override
    public void end(Totals totals, @Nullable String problem) {
        unfold();
        out.println("</main>");
        out.println("<section class=\"overview\">");
        out.println(
                "<p class=\"verdict "
                        + (totals.broken() ? "BROKEN" : "fine")
                        + "\">"
                        + (totals.broken() ? "Rules were broken" : "No rule was found broken")
                        + "</p><ul class=\"plain\">");
        Words.overview(totals, unit).forEach(line -> out.println("<li>" + escaped(line) + "</li>"));
        if (clock.first() != null) {
            out.println("<li>begins " + clock.first() + "; times are seconds since then</li>");
        }
        if (problem != null) {
            out.println(
                    "<li class=\"problem\">the input could not be read to its end: "
                            + escaped(problem)
                            + "</li>");
        }
        out.println("</ul>");
        if (!totals.rules().isEmpty()) {
            out.println("<table><tr><th></th><th>rule</th><th>demand</th><th>where</th></tr>");
            totals.rules().forEach(this::tally);
            out.println("</table>");
        }
        out.println("</section></body></html>");
        out.flush();
    }

    private void tally(Totals.Tally tally) {
        Finding finding = tally.first();
        out.println(
                "<tr><td><span class=\"finding "
                        + finding.gravity()
                        + "\">"
                        + Words.gravity(finding.gravity())
                        + "</span></td><td>"
                        + escaped(Words.rule(finding))
                        + "</td><td>"
                        + escaped(finding.rule().demand())
                        + "</td><td><a href=\"#"
                        + tally.where().unit()
                        + tally.where().number()
                        + "\">"
                        + escaped(Words.occurrence(tally))
                        + "</a></td></tr>");
    }

    private static String escaped(String text) {
        return text.lines()
                .map(Visible::of)
                .collect(Collectors.joining("\n"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
