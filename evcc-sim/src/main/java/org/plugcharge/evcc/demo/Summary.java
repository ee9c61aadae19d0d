package org.plugcharge.evcc.demo;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.evcc.demo.TerminalStyle.Paint;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last screen of a session: at most {@value #MAX_LINES} lines, what is broken before what held.
 */
final class Summary {

    /** What an old terminal shows at once. */
    static final int MAX_LINES = 24;

    private static final int LABEL = 14;
    private static final int MAX_CERTIFICATES = 4;
    private static final int MAX_PRICE_LINES = 4;
    private static final int MAX_NOTES = 2;

    private final SessionReport report;
    private final TerminalStyle style;
    private final List<String> lines = new ArrayList<>();

    private Summary(SessionReport report, TerminalStyle style) {
        this.report = report;
        this.style = style;
    }

    static List<String> lines(SessionReport report, String page, TerminalStyle style) {
        return new Summary(report, style).all(page);
    }

    private List<String> all(String page) {
        lines.add("");
        heading();
        report.contract().ifPresent(contract -> add("Contract", contract));
        certificates();
        energy();
        price();
        messages();
        List<String> tail = new ArrayList<>(report.notes().stream().limit(MAX_NOTES).toList());
        checks(MAX_LINES - lines.size() - tail.size() - 1);
        tail.forEach(note -> add("Note", note));
        add("Report", page);
        return List.copyOf(lines);
    }

    private void heading() {
        boolean held = report.outcome().held();
        String mark = held ? "OK" : "FAILED";
        int room = style.columns() - LABEL - 1;
        String said = SafeText.oneLine(report.headline()).strip();
        int end =
                said.length() <= room
                        ? said.length()
                        : Math.max(said.lastIndexOf(' ', room), room / 2);
        lines.add(
                style.painted(held ? Paint.GOOD : Paint.BAD, padded(mark))
                        + style.painted(Paint.STRONG, said.substring(0, end)));
        if (end < said.length()) {
            lines.add(
                    padded("")
                            + style.painted(Paint.STRONG, cut(said.substring(end).strip(), room)));
        }
    }

    private void certificates() {
        List<CertificateTree> used =
                report.trees().stream()
                        .flatMap(tree -> tree.flattened().stream())
                        .filter(certificate -> !certificate.uses().isEmpty())
                        .toList();
        List<CertificateTree> leaves =
                used.stream().filter(certificate -> certificate.children().isEmpty()).toList();
        List<CertificateTree> shown =
                (leaves.isEmpty() ? used : leaves).stream().limit(MAX_CERTIFICATES).toList();
        for (int i = 0; i < shown.size(); i++) {
            CertificateTree certificate = shown.get(i);
            String further =
                    i + 1 == shown.size() && used.size() > shown.size()
                            ? String.format(
                                    Locale.ROOT, " (and %d more)", used.size() - shown.size())
                            : "";
            add(
                    i == 0 ? "Certificates" : "",
                    String.format(
                            Locale.ROOT,
                            "%-22s until %s  %s%s",
                            cut(masked(certificate.subject()), 22),
                            Quantities.day(certificate.notAfter()),
                            cut(String.join("; ", certificate.uses()), 32),
                            further));
        }
    }

    private static String masked(String subject) {
        try {
            return Emaid.parse(subject).masked();
        } catch (IdentifierException e) {
            return subject;
        }
    }

    private void energy() {
        List<PowerPoint> curve = report.curve();
        String energy = Quantities.energy(report.outcome().figures().wattHours());
        if (curve.isEmpty()) {
            add("Energy", energy);
            return;
        }
        long peak = curve.stream().mapToLong(PowerPoint::milliWatts).max().orElseThrow();
        add(
                "Energy",
                String.format(
                        Locale.ROOT,
                        "%s in %s, up to %s, battery %d %% to %d %%",
                        energy,
                        Quantities.duration(
                                Duration.between(curve.getFirst().at(), curve.getLast().at())),
                        Quantities.power(peak),
                        curve.getFirst().socPercent(),
                        curve.getLast().socPercent()));
    }

    private void price() {
        if (report.receipt().isEmpty()) {
            add("Price", "no bill");
            return;
        }
        Receipt receipt = report.receipt().orElseThrow();
        String label = "Price";
        for (Receipt.Line line : receipt.lines().stream().limit(MAX_PRICE_LINES).toList()) {
            add(
                    label,
                    priceLine(
                            String.format(
                                    Locale.ROOT,
                                    "%s %s x %s",
                                    Quantities.billed(line.quantity()),
                                    line.unit(),
                                    Quantities.plain(line.unitPrice())),
                            line.amount(),
                            line.dimension()));
            label = "";
        }
        String tax =
                String.format(
                        Locale.ROOT,
                        "net %s + VAT %s %% %s",
                        Quantities.plain(receipt.net()),
                        Quantities.billed(receipt.vatPercent()),
                        Quantities.plain(receipt.vat()));
        add("", priceLine(tax, receipt.gross(), receipt.currency() + " in all"));
    }

    private static String priceLine(String left, BigDecimal amount, String right) {
        return String.format(Locale.ROOT, "%-34s %9s  %s", left, Quantities.plain(amount), right);
    }

    private void messages() {
        KeyFigures figures = report.outcome().figures();
        String answers =
                figures.answers() == 0
                        ? ""
                        : "; V2G answers: median "
                                + Quantities.duration(figures.responseMedian())
                                + ", p99 "
                                + Quantities.duration(figures.responseP99());
        add(
                "Messages",
                figures.messages()
                        + answers
                        + "; wall time "
                        + Quantities.duration(figures.wallTime()));
    }

    private void checks(int room) {
        List<Outcome.Invariant> sorted = new ArrayList<>(report.outcome().invariants());
        sorted.sort(java.util.Comparator.comparing(Outcome.Invariant::held));
        int shown = sorted.size() <= room ? sorted.size() : Math.max(0, room - 1);
        for (int i = 0; i < shown; i++) {
            Outcome.Invariant invariant = sorted.get(i);
            String detail = invariant.detail().isBlank() ? "" : ": " + invariant.detail();
            add(
                    i == 0 ? "Checks" : "",
                    (invariant.held() ? "ok  " : "!!  ") + invariant.name() + detail,
                    invariant.held() ? Paint.GOOD : Paint.BAD);
        }
        if (shown < sorted.size()) {
            add(
                    shown == 0 ? "Checks" : "",
                    "and " + (sorted.size() - shown) + " more in the report");
        }
    }

    private void add(String label, String text) {
        lines.add(style.painted(Paint.QUIET, padded(label)) + fitted(text));
    }

    /** With the first two characters of the text in a colour. */
    private void add(String label, String text, Paint paint) {
        String fitted = fitted(text);
        lines.add(
                style.painted(Paint.QUIET, padded(label))
                        + style.painted(paint, fitted.substring(0, 2))
                        + fitted.substring(2));
    }

    private String fitted(String text) {
        return cut(SafeText.oneLine(text), style.columns() - LABEL - 1);
    }

    private static String padded(String label) {
        return String.format(Locale.ROOT, "%-" + LABEL + "s", label);
    }

    private static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 2) + "..";
    }
}
