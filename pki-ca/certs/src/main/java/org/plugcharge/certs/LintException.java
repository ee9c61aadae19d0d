package org.plugcharge.certs;

import java.util.List;
import java.util.stream.Collectors;

/** A certificate would break a rule, so it is not issued; holds every finding. */
public final class LintException extends IllegalArgumentException {

    private final transient List<LintFinding> findings;

    LintException(List<LintFinding> findings) {
        super(findings.stream().map(LintFinding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong, at least one. */
    public List<LintFinding> findings() {
        return findings;
    }
}
