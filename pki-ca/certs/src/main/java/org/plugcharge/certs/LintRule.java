package org.plugcharge.certs;

import java.util.Optional;
import java.util.function.Function;

/**
 * One rule a certificate can break.
 *
 * @param id stable: authority, dot, name
 * @param severity an ERROR refuses the signature
 * @param citation where the rule stands
 * @param check says what was expected and found, or nothing if the rule holds
 */
public record LintRule(
        String id,
        Severity severity,
        String citation,
        Function<LintSubject, Optional<String>> check) {

    /** How bad it is to break a rule. */
    public enum Severity {
        /** Somebody will refuse the certificate. */
        ERROR,
        /** Somebody may stumble. */
        WARNING
    }
}
