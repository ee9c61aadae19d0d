package org.plugcharge.certs;

import java.util.List;
import java.util.Optional;

/**
 * What was found in one certificate of a chain.
 *
 * @param index its place in the order given, 0 first
 * @param certificate none if it could not be read
 * @param profile what it was judged as; none if it could not be read
 */
public record LintReport(
        int index,
        Optional<Certificate> certificate,
        Optional<CertificateProfile> profile,
        List<LintFinding> findings) {

    /** Copies the list. */
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Whether somebody will refuse the certificate. */
    public boolean hasErrors() {
        return findings.stream()
                .anyMatch(finding -> finding.rule().severity() == LintRule.Severity.ERROR);
    }
}
