package org.plugcharge.tool.transcript;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.explain.Entry;
import org.plugcharge.tool.explain.Entry.Layer;
import org.plugcharge.tool.explain.Totals;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.rules.Times;
import org.plugcharge.tool.session.Party;
import org.plugcharge.v2g.text.MessageText;

import java.io.PrintWriter;

/** One line for each entry, its findings below it. */
public final class TextTranscript implements Transcript {

    /** How much is shown. */
    public enum Extent {
        /** Repeated exchanges are folded. */
        FOLDED,
        /** Every message. */
        EVERY_MESSAGE,
        /** Every message with all that is in it. */
        EVERYTHING
    }

    private static final int LONGEST_SUMMARY = 120;

    private final PrintWriter out;
    private final Extent extent;
    private final String unit;
    private final Clock clock = new Clock();
    private final Loop loop = new Loop();

    /** Writes to {@code out}; {@code unit} is what the input consists of: packet, line. */
    public TextTranscript(PrintWriter out, Extent extent, String unit) {
        this.out = out;
        this.extent = extent;
        this.unit = unit;
    }

    @Override
    public void entry(Entry entry) {
        if (extent == Extent.FOLDED) {
            if (loop.folds(entry)) {
                return;
            }
            loop.next(entry).ifPresent(this::folded);
        }
        boolean begins = entry.layer() == Layer.TCP && entry.name().equals("connection");
        if (begins) {
            out.println();
            out.println("Session " + entry.where().session() + ": " + entry.summary());
            findings(entry);
            return;
        }
        out.println(line(entry).stripTrailing());
        findings(entry);
        if (extent == Extent.EVERYTHING) {
            entry.said()
                    .ifPresent(said ->
                            MessageText.json(MessageText.of(said.message().root()), true)
                                    .lines()
                                    .forEach(line -> out.println(" ".repeat(18) + line)));
        }
    }

    private void folded(Loop.Folded folded) {
        out.println(" ".repeat(14) + folded.text());
    }

    private String line(Entry entry) {
        String code =
                entry.said()
                        .flatMap(said -> said.message().responseCode())
                        .map(found -> " " + found)
                        .orElse("");
        String took =
                entry.said()
                        .flatMap(Entry.SaidMessage::took)
                        .map(duration -> "  [" + Times.text(duration) + "]")
                        .orElse("");
        String summary = Visible.of(entry.summary());
        if (extent == Extent.FOLDED && summary.length() > LONGEST_SUMMARY) {
            summary = summary.substring(0, LONGEST_SUMMARY) + "...";
        }
        return "%9s %-4s %s %s%s%s  %s"
                .formatted(
                        clock.since(entry.where().at()),
                        entry.layer() == Layer.V2G && entry.where().session() > 0
                                ? "#" + entry.where().session()
                                : entry.layer(),
                        arrow(entry),
                        Visible.of(entry.name()),
                        Visible.of(code),
                        took,
                        summary);
    }

    private static String arrow(Entry entry) {
        return entry.by()
                .map(party -> party == Party.VEHICLE ? "vehicle ->" : "        <- station")
                .map("%-18s"::formatted)
                .orElse(" ".repeat(18));
    }

    private void findings(Entry entry) {
        for (Finding finding : entry.findings()) {
            out.println(
                    " ".repeat(14)
                            + mark(finding.gravity())
                            + " "
                            + Words.gravity(finding.gravity())
                            + " at "
                            + entry.where().place()
                            + ": "
                            + Visible.of(finding.text()));
            out.println(" ".repeat(17) + Words.rule(finding) + ": " + finding.rule().demand());
        }
        entry.said()
                .filter(said -> !said.otherSets().isEmpty())
                .ifPresent(said ->
                        out.println(
                                " ".repeat(14)
                                        + "(read as "
                                        + said.message().set().label()
                                        + "; the octets would also fit "
                                        + String.join(", ", said.otherSets())
                                        + ")"));
    }

    private static String mark(Finding.Gravity gravity) {
        return switch (gravity) {
            case BROKEN -> "!!";
            case SLOW -> " ~";
            case NOTE -> " *";
        };
    }

    @Override
    public void end(Totals totals, @Nullable String problem) {
        loop.end().ifPresent(this::folded);
        out.println();
        out.println("Summary");
        Words.overview(totals, unit).forEach(line -> out.println("  " + line));
        for (Totals.Tally tally : totals.rules()) {
            Finding finding = tally.first();
            out.println(
                    "  "
                            + mark(finding.gravity())
                            + " "
                            + Words.rule(finding)
                            + ": "
                            + finding.rule().demand()
                            + " - "
                            + Words.gravity(finding.gravity())
                            + " "
                            + Words.occurrence(tally));
        }
        if (!totals.broken()) {
            out.println("  no rule was found broken");
        }
        if (problem != null) {
            out.println("  the input could not be read to its end: " + Visible.of(problem));
        }
        out.flush();
    }
}
