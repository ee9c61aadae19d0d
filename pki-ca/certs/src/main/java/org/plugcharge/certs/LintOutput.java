package org.plugcharge.certs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the linter found, as text for people, as JSON, and as SARIF 2.1.0 for build servers. */
public enum LintOutput {
    /** One line a finding. */
    TEXT {
        @Override
        public String of(String file, List<LintReport> reports) {
            return reports.stream().map(LintOutput::text).collect(Collectors.joining());
        }
    },
    /** One object a certificate. */
    JSON {
        @Override
        public String of(String file, List<LintReport> reports) {
            return reports.stream()
                    .map(LintOutput::json)
                    .collect(
                            Collectors.joining(
                                    ",\n",
                                    "{\"file\":" + quoted(file) + ",\"certificates\":[\n",
                                    "\n]}\n"));
        }
    },
    /** One result a finding; rules with their citations. */
    SARIF {
        @Override
        public String of(String file, List<LintReport> reports) {
            String rules =
                    Linter.RULES.stream()
                            .map(LintOutput::sarifRule)
                            .collect(Collectors.joining(",\n"));
            String results =
                    reports.stream()
                            .flatMap(report ->
                                    report.findings().stream()
                                            .map(found -> sarif(file, report, found)))
                            .collect(Collectors.joining(",\n"));
            return """
            {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
            "tool":{"driver":{"name":"v2gpki lint","version":"0.1.0","rules":[
            %s
            ]}},"results":[
            %s
            ]}]}
            """
                    .formatted(rules, results);
        }
    };

    /** The whole output for one file. */
    public abstract String of(String file, List<LintReport> reports);

    private static String text(LintReport report) {
        StringBuilder text = new StringBuilder();
        String judged =
                report.profile().map(profile -> " as " + profile.id()).orElse(": not readable");
        text.append("certificate %d%s: %s%n".formatted(report.index(), judged, title(report)));
        for (LintFinding found : report.findings()) {
            text.append(
                    "  %-7s %-36s %s  (%s)%n"
                            .formatted(
                                    found.rule().severity(),
                                    found.rule().id(),
                                    printable(found.text()),
                                    found.rule().citation()));
        }
        return text.append(report.findings().isEmpty() ? "  nothing to say\n" : "").toString();
    }

    private static String title(LintReport report) {
        return report.certificate()
                .map(certificate -> printable(certificate.toString()))
                .orElse("");
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String json(LintReport report) {
        String findings =
                report.findings().stream()
                        .map(found ->
                                "{\"rule\":%s,\"severity\":%s,\"text\":%s,\"citation\":%s}"
                                        .formatted(
                                                quoted(found.rule().id()),
                                                quoted(level(found.rule())),
                                                quoted(found.text()),
                                                quoted(found.rule().citation())))
                        .collect(Collectors.joining(","));
        return "{\"index\":%d,\"certificate\":%s,\"profile\":%s,\"findings\":[%s]}"
                .formatted(
                        report.index(),
                        report.certificate().map(one -> quoted(one.toString())).orElse("null"),
                        report.profile().map(one -> quoted(one.id())).orElse("null"),
                        findings);
    }

    private static String sarifRule(LintRule rule) {
        return "{\"id\":%s,\"shortDescription\":{\"text\":%s},\"defaultConfiguration\":{\"level\":%s}}"
                .formatted(quoted(rule.id()), quoted(rule.citation()), quoted(level(rule)));
    }

    private static String sarif(String file, LintReport report, LintFinding found) {
        String where =
                "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":%s}},\"logicalLocations\":[{\"name\":%s}]}"
                        .formatted(quoted(file), quoted("certificate " + report.index()));
        return "{\"ruleId\":%s,\"level\":%s,\"message\":{\"text\":%s},\"locations\":[%s]}"
                .formatted(
                        quoted(found.rule().id()),
                        quoted(level(found.rule())),
                        quoted(found.text()),
                        where);
    }

    private static String level(LintRule rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }

    /** A JSON string: RFC 8259 section 7. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < 0x20 || letter > 0x7e) {
                quoted.append("\\u%04x".formatted((int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
