package org.plugcharge.certs;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule a certificate can break.
 *
 * @param id stable: authority, dot, name
 * @param severity an ERROR refuses the signature
 * @param citation where the rule stands
 * @param applies whether it concerns this certificate at all
 * @param check says what was expected, or nothing if the rule holds
 */
public record LintRule(
        String id,
        Severity severity,
        String citation,
        Predicate<LintSubject> applies,
        Function<LintSubject, Optional<String>> check) {

    /** How bad it is to break a rule. */
    public enum Severity {
        /** Somebody will refuse the certificate. */
        ERROR,
        /** Somebody may stumble. */
        WARNING
    }

    /** Who set the rule. */
    public enum Authority {
        RFC5280,
        ISO2,
        ISO20,
        HUBJECT,
        HOUSE
    }

    /** A rule whose breach refuses the signature. */
    static LintRule error(
            String id,
            String citation,
            Predicate<LintSubject> holds,
            Function<LintSubject, String> expected) {
        return rule(id, Severity.ERROR, citation, holds, expected);
    }

    /** A rule whose breach is only told. */
    static LintRule warning(
            String id,
            String citation,
            Predicate<LintSubject> holds,
            Function<LintSubject, String> expected) {
        return rule(id, Severity.WARNING, citation, holds, expected);
    }

    private static LintRule rule(
            String id,
            Severity severity,
            String citation,
            Predicate<LintSubject> holds,
            Function<LintSubject, String> expected) {
        return new LintRule(
                id,
                severity,
                citation,
                _ -> true,
                subject ->
                        holds.test(subject)
                                ? Optional.empty()
                                : Optional.of("expected " + expected.apply(subject)));
    }

    /** The same for some certificates only. */
    LintRule when(Predicate<LintSubject> condition) {
        return new LintRule(id, severity, citation, applies.and(condition), check);
    }

    /** Who set it, by its id. */
    public Authority authority() {
        return Authority.valueOf(
                id.substring(0, id.indexOf('.')).toUpperCase(java.util.Locale.ROOT));
    }

    /** What this rule finds, or nothing. */
    Optional<LintFinding> find(LintSubject subject) {
        return applies.test(subject)
                ? check.apply(subject).map(text -> new LintFinding(this, text))
                : Optional.empty();
    }
}
