package org.plugcharge.certs;

import static org.plugcharge.certs.LintRule.error;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The rules ISO 15118-2 and -20 have in common, each with its own numbers: what a certificate must
 * be by its profile. Those of -20 count for the lab as well.
 */
final class EditionRules {

    private static final String PROFILES = "certificate profiles";

    /** Where a rule stands in -2 and in -20, as far as open sources cite it. */
    private static final Map<String, List<String>> CITATIONS =
            Map.of(
                    "curve", List.of("[V2G2-006]", "[V2G20-2674], [V2G20-2319]"),
                    "signature", List.of("[V2G2-007]", "[V2G20-2674], [V2G20-2319]"),
                    "size", List.of("[V2G2-010]", "schema of ISO 15118-20: 1600 octets"),
                    "domain-component", List.of("[V2G2-925]", PROFILES),
                    "ocsp-url", List.of("[V2G2-871]", "[V2G20-2388]"),
                    "key-usage", List.of(PROFILES, "[V2G20-822]"));

    private static final Pattern GOOD_URL = Pattern.compile("http://[!-~]{1,200}");

    private EditionRules() {}

    static List<LintRule> of(LintRule.Authority edition) {
        boolean iso2 = edition == LintRule.Authority.ISO2;
        Predicate<LintSubject> applies = s -> (s.profile().edition() == Edition.ISO2) == iso2;
        return List.of(
                        rule(
                                "curve",
                                iso2,
                                s ->
                                        s.fields()
                                                .key()
                                                .type()
                                                .filter(s.profile().keyType()::equals)
                                                .isPresent(),
                                s ->
                                        "a %s key; on a curve: a named one and an uncompressed point"
                                                .formatted(s.profile().keyType())),
                        rule(
                                "signature",
                                iso2,
                                s ->
                                        s.fields()
                                                .signatureAlgorithm()
                                                .equals(
                                                        s.profile()
                                                                .keyType()
                                                                .signatureAlgorithmId()),
                                s -> "the signature algorithm of " + s.profile().keyType()),
                        rule(
                                "size",
                                iso2,
                                s -> s.octets() <= s.profile().maxOctets(),
                                s ->
                                        "at most %d octets, found up to %d"
                                                .formatted(s.profile().maxOctets(), s.octets())),
                        rule(
                                "basic-constraints-critical",
                                iso2,
                                s -> s.isCritical(Rfc5280Rules.BASIC_CONSTRAINTS),
                                _ -> "critical BasicConstraints"),
                        rule(
                                "key-usage-critical",
                                iso2,
                                s -> s.isCritical(Rfc5280Rules.KEY_USAGE),
                                _ -> "critical KeyUsage"),
                        rule(
                                "ca",
                                iso2,
                                s -> s.fields().ca() == s.profile().ca(),
                                s -> "CA:" + s.profile().ca()),
                        rule(
                                "path-length",
                                iso2,
                                s -> s.fields().pathLength().equals(s.profile().pathLength()),
                                s -> "path length " + s.profile().pathLength()),
                        rule(
                                "key-usage",
                                iso2,
                                s ->
                                        s.fields()
                                                .keyUsages()
                                                .orElse(Set.of())
                                                .equals(s.profile().keyUsages()),
                                s -> "key usages " + s.profile().keyUsages()),
                        rule(
                                "extended-key-usage",
                                iso2,
                                s ->
                                        s.fields()
                                                .extendedKeyUsages()
                                                .equals(s.profile().extendedKeyUsages()),
                                s -> "extended key usages " + s.profile().extendedKeyUsages()),
                        rule(
                                "domain-component",
                                iso2,
                                s ->
                                        s.fields()
                                                .domainComponents()
                                                .equals(
                                                        s.profile().domainComponent().stream()
                                                                .toList()),
                                s -> "DC " + s.profile().domainComponent().orElse("none")),
                        rule(
                                "common-name",
                                iso2,
                                s ->
                                        s.fields().commonNames().size() == 1
                                                && isGoodName(
                                                        s.profile(),
                                                        s.fields().commonNames().getFirst()),
                                s -> "one common name, a right " + s.profile().commonName()),
                        rule(
                                "ocsp-url",
                                iso2,
                                s -> !s.profile().ocspUrl() || isGoodUrl(s.fields().ocspUrls()),
                                _ -> "one http OCSP URL"),
                        rule(
                                "name-constraints",
                                iso2,
                                s -> !s.has("2.5.29.30"),
                                _ -> "no name constraints"))
                .stream()
                .map(rule -> rule.when(applies))
                .toList();
    }

    private static LintRule rule(
            String name,
            boolean iso2,
            Predicate<LintSubject> holds,
            Function<LintSubject, String> expected) {
        String citation =
                CITATIONS.getOrDefault(name, List.of(PROFILES, PROFILES)).get(iso2 ? 0 : 1);
        return error((iso2 ? "iso2." : "iso20.") + name, citation, holds, expected);
    }

    private static boolean isGoodName(CertificateProfile profile, String name) {
        try {
            return switch (profile.commonName()) {
                case FREE -> !name.isBlank() && name.length() <= 64;
                case EMAID -> Emaid.parse(name).canonical().startsWith(name);
                case PCID -> Pcid.parse(name).text().equals(name);
                case LONG_PCID ->
                        Pcid.parse(name).hasCheckCharacter()
                                && Pcid.parse(name).text().equals(name);
                case EVCCID -> VehicleEvccid.parse(name).canonical().equals(name);
            };
        } catch (IdentifierException e) {
            return false;
        }
    }

    private static boolean isGoodUrl(List<String> urls) {
        return urls.size() == 1 && GOOD_URL.matcher(urls.getFirst()).matches();
    }
}
