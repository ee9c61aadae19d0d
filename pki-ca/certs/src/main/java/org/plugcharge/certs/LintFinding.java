package org.plugcharge.certs;

/** One thing a lint rule found: which rule, how bad, and what was expected and found. */
public record LintFinding(LintRule rule, String text) {

    @Override
    public String toString() {
        return rule.id() + ": " + text;
    }
}
