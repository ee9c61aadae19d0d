package org.plugcharge.evcc.command;

import org.plugcharge.evcc.hostile.Finding;
import org.plugcharge.evcc.hostile.Misbehaviour;
import org.plugcharge.evcc.hostile.Misbehaviours;

import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the car does that a car should not do. */
final class HostileOptions {

    private static final String ALL = "all";

    @Option(
            names = "--misbehave",
            paramLabel = "NAME",
            split = ",",
            description =
                    "misbehave instead of charging, in these ways, one after the other, or in all"
                            + " of them, and say whether the station did what it must; --pki DIR"
                            + " brings the ways that need certificates")
    private List<String> names = List.of();

    @Option(
            names = "--list-misbehaviours",
            description = "say which misbehaviours there are, and what each demands of a station")
    private boolean list;

    boolean asked() {
        return !names.isEmpty();
    }

    boolean listAsked() {
        return list;
    }

    /** The names nobody knows, in a sentence; empty if all are known. */
    Optional<String> objection() {
        List<String> unknown =
                names.stream()
                        .filter(name -> !name.equals(ALL) && Misbehaviours.named(name).isEmpty())
                        .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "unknown misbehaviour "
                                + String.join(", ", unknown)
                                + "; --list-misbehaviours shows those there are");
    }

    List<Misbehaviour> chosen() {
        List<Misbehaviour> chosen = new ArrayList<>();
        for (String name : names) {
            if (name.equals(ALL)) {
                return Misbehaviours.all();
            }
            Misbehaviours.named(name).ifPresent(chosen::add);
        }
        return chosen;
    }

    /** What there is, a paragraph each. */
    static void list(PrintWriter out) {
        for (Misbehaviour one : Misbehaviours.all()) {
            out.println(one.name());
            out.println("    The car " + one.does() + ".");
            out.println("    Demanded: " + one.must() + rows(one) + ".");
            if (!one.needs().isEmpty()) {
                out.println(
                        "    Needs "
                                + one.needs().stream()
                                        .sorted()
                                        .map(Misbehaviour.Need::text)
                                        .collect(Collectors.joining("; "))
                                + ".");
            }
        }
        out.flush();
    }

    private static String rows(Misbehaviour one) {
        return one.rows().isEmpty()
                ? ""
                : " (row "
                        + one.rows().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " of the table of attacks)";
    }

    /** The head of the table. */
    static void head(PrintWriter out) {
        out.printf(Locale.ROOT, "%-9s  %-34s  %-44s  %s%n", "", "misbehaviour", "demanded", "seen");
        out.flush();
    }

    /** A line of the table. */
    static void line(PrintWriter out, Finding finding) {
        String verdict =
                switch (finding.verdict()) {
                    case PASS -> "pass";
                    case FAIL -> "FAIL";
                    case NOT_TRIED -> "not tried";
                };
        out.printf(
                Locale.ROOT,
                "%-9s  %-34s  %-44s  %s%n",
                verdict,
                finding.misbehaviour().name(),
                finding.misbehaviour().must(),
                finding.saw());
        out.flush();
    }

    /** The sum of the table. */
    static void foot(PrintWriter out, List<Finding> findings) {
        out.printf(
                Locale.ROOT,
                "%d passed, %d failed, %d not tried%n",
                count(findings, Finding.Verdict.PASS),
                count(findings, Finding.Verdict.FAIL),
                count(findings, Finding.Verdict.NOT_TRIED));
        out.flush();
    }

    private static long count(List<Finding> findings, Finding.Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
