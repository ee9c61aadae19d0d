package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.hostile.EvilContracts;
import org.plugcharge.evcc.hostile.Finding;
import org.plugcharge.evcc.hostile.Misbehaviour;
import org.plugcharge.evcc.hostile.Misbehaviours;
import org.plugcharge.exi.Bytes;

import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

    @Option(
            names = "--evil-chains",
            paramLabel = "SEED@INSTANT",
            description =
                    "pay with the contract chains of `v2gpki evil --seed SEED --at INSTANT` too, at"
                            + " a station with the PKI of `v2gpki new --seed SEED --at INSTANT`")
    private @Nullable String evil;

    boolean asked() {
        return !names.isEmpty() || evil != null;
    }

    boolean listAsked() {
        return list;
    }

    /** The names nobody knows, in a sentence; empty if all are known. */
    Optional<String> objection() {
        if (evilIsWrong()) {
            return Optional.of(
                    "expected --evil-chains SEED@INSTANT, such as"
                            + " lab@2026-11-21T00:00:00Z, found "
                            + evil);
        }
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
        if (names.contains(ALL)) {
            chosen.addAll(Misbehaviours.all());
        } else {
            names.forEach(name -> Misbehaviours.named(name).ifPresent(chosen::add));
        }
        chosen.addAll(evilChains());
        return chosen;
    }

    private List<Misbehaviour> evilChains() {
        if (evil == null) {
            return List.of();
        }
        int split = evil.lastIndexOf('@');
        return EvilContracts.of(
                Bytes.of(evil.substring(0, split).getBytes(StandardCharsets.UTF_8)),
                Instant.parse(evil.substring(split + 1)));
    }

    private boolean evilIsWrong() {
        if (evil == null) {
            return false;
        }
        int split = evil.lastIndexOf('@');
        try {
            return split < 0 || Instant.parse(evil.substring(split + 1)).isBefore(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return true;
        }
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
