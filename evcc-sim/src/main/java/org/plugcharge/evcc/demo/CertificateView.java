package org.plugcharge.evcc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The certificate trees, each certificate with a bar from the session to its end on a scale from
 * days to decades.
 */
final class CertificateView {

    private static final double FIRST_DAYS = 7;
    private static final double LAST_DAYS = 40 * 365.25;
    private static final String[] TICKS = {"30:1 month", "365.25:1 year", "3652.5:10 years"};

    private CertificateView() {}

    static void write(SessionReport report, Html page) {
        if (report.trees().isEmpty()) {
            return;
        }
        page.raw("<section id=\"certificates\" aria-labelledby=\"certificates-h\">\n")
                .raw("<h2 id=\"certificates-h\">Certificates</h2>\n")
                .raw("<p class=\"lead\">Each below its issuer. Bars show how long ")
                .raw(
                        "a certificate is still valid, counted from plug-in; the scale is"
                                + " logarithmic.</p>\n")
                .raw("<div class=\"trees\">\n");
        for (CertificateTree tree : report.trees()) {
            page.raw("<article class=\"tree\">\n")
                    .raw("<div class=\"ticks\" aria-hidden=\"true\"><span></span><div>");
            for (String tick : TICKS) {
                String[] parts = tick.split(":", 2);
                page.raw("<span style=\"left:")
                        .raw(percent(position(Double.parseDouble(parts[0]))))
                        .raw("\">")
                        .raw(parts[1])
                        .raw("</span>");
            }
            page.raw("</div></div>\n<ul>");
            node(tree, report.pluggedIn(), page);
            page.raw("</ul>\n</article>\n");
        }
        page.raw("</div>\n</section>\n");
    }

    private static void node(CertificateTree tree, Instant now, Html page) {
        boolean unreadable = tree.standing() == CertificateTree.Standing.UNREADABLE;
        page.raw("<li><div class=\"cert")
                .raw(tree.standing().wrong() ? " wrong" : "")
                .raw(tree.uses().isEmpty() ? "" : " used")
                .raw("\"><div class=\"id\"><b>")
                .text(tree.subject())
                .raw("</b>");
        for (String use : tree.uses()) {
            page.raw(" <span class=\"use\">").text(use).raw("</span>");
        }
        page.raw("<small>");
        if (!unreadable) {
            page.text(tree.keyAlgorithm()).raw(", ").text(tree.signatureAlgorithm()).raw(", ");
        }
        page.raw(tree.octets())
                .raw(" octets, <span class=\"standing\">")
                .text(tree.standing().text())
                .raw("</span>");
        if (tree.standing() == CertificateTree.Standing.ISSUER_NOT_SHOWN) {
            page.raw(": ").text(tree.issuer());
        }
        if (!unreadable) {
            page.raw(", serial <span class=\"serial\">").text(tree.serial()).raw("</span>");
        }
        page.raw("</small></div>");
        if (!unreadable) {
            validity(tree, now, page);
        }
        page.raw("</div>");
        if (!tree.children().isEmpty()) {
            page.raw("\n<ul>");
            tree.children().forEach(child -> node(child, now, page));
            page.raw("</ul>");
        }
        page.raw("</li>\n");
    }

    private static void validity(CertificateTree tree, Instant now, Html page) {
        boolean expired = !tree.notAfter().isAfter(now);
        boolean early = tree.notBefore().isAfter(now);
        double from = early ? position(days(now, tree.notBefore())) : 0;
        double to = expired ? 0 : position(days(now, tree.notAfter()));
        page.raw("<div class=\"valid")
                .raw(expired || early ? " off" : "")
                .raw("\"><div class=\"track\"><i style=\"left:")
                .raw(percent(from))
                .raw(";width:")
                .raw(percent(Math.max(0.004, to - from)))
                .raw("\"></i></div><small>")
                .text(Quantities.day(tree.notBefore()))
                .raw(" to ")
                .text(Quantities.day(tree.notAfter()))
                .raw(" &middot; <b>");
        if (expired) {
            page.raw("expired");
        } else if (early) {
            page.raw("not valid yet");
        } else {
            page.text(Quantities.span(Duration.between(now, tree.notAfter()))).raw(" left");
        }
        page.raw("</b></small></div>");
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toHours() / 24.0;
    }

    private static double position(double days) {
        double share = Math.log1p(days / FIRST_DAYS) / Math.log1p(LAST_DAYS / FIRST_DAYS);
        return Math.clamp(share, 0, 1);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
