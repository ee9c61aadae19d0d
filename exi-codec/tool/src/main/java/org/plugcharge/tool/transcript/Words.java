package org.plugcharge.tool.transcript;

import org.plugcharge.tool.explain.Totals;
import org.plugcharge.tool.rules.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the text and the page say in the same words. */
final class Words {

    private Words() {}

    static String gravity(Finding.Gravity gravity) {
        return gravity.name().toLowerCase(Locale.ROOT);
    }

    /** rule-id [citation]. */
    static String rule(Finding finding) {
        String citation = finding.rule().citation();
        return finding.rule().id() + (citation.isEmpty() ? "" : " (" + citation + ")");
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** What the input came to, line by line. */
    static List<String> overview(Totals totals, String unit) {
        List<String> lines = new ArrayList<>();
        lines.add(
                counted(totals.sessions().size(), "session")
                        + ", "
                        + counted(totals.messages(), "message")
                        + " in "
                        + counted(totals.read(), unit));
        if (totals.foreign() > 0) {
            lines.add(
                    counted(totals.foreign(), "TCP connection")
                            + " that "
                            + (totals.foreign() == 1 ? "is" : "are")
                            + " no charging session passed over");
        }
        totals.unread()
                .forEach((reason, count) ->
                        lines.add(counted(count, "packet") + " not readable: " + reason));
        return lines;
    }

    /** A tally: how often and where first. */
    static String occurrence(Totals.Tally tally) {
        return (tally.count() == 1 ? "at " : tally.count() + " times, first at ")
                + tally.where().place()
                + (tally.where().session() > 0 ? " in session " + tally.where().session() : "");
    }
}
