package org.plugcharge.certs;

import static org.plugcharge.certs.LintRule.Severity.ERROR;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Checks the to-be-signed octets of a certificate against its profile before a signature is made.
 *
 * <p>Rules are filed by authority in their ids; further rule sets are further lists.
 */
public final class Linter {

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";

    /** What a certificate adds to the to-be-signed octets beside the signature itself. */
    private static final int SIGNATURE_OVERHEAD = 4 + 12 + 4;

    private static final int MIN_SERIAL_BITS = 64;
    private static final int MAX_SERIAL_BITS = 159;
    private static final int KEY_IDENTIFIER_OCTETS = 8;

    /** The rules every certificate we issue must keep. */
    public static final List<LintRule> RULES =
            List.of(
                    rule(
                            "rfc5280.version-3",
                            "RFC 5280 4.1.2.1",
                            s -> s.fields().version() == 3,
                            s -> "version 3"),
                    rule(
                            "rfc5280.serial",
                            "RFC 5280 4.1.2.2; CA/Browser Forum 64 random bits",
                            s -> isGoodSerial(s.fields().serial()),
                            s -> "a positive serial number of 64 to 159 bits"),
                    rule(
                            "rfc5280.validity-order",
                            "RFC 5280 4.1.2.5",
                            s -> s.fields().notBefore().isBefore(s.fields().notAfter()),
                            s -> "a start before the end"),
                    rule(
                            "rfc5280.validity-nested",
                            "shell model",
                            s ->
                                    s.issuer().isEmpty()
                                            || (!s.fields()
                                                            .notBefore()
                                                            .isBefore(s.issuer().get().notBefore())
                                                    && !s.fields()
                                                            .notAfter()
                                                            .isAfter(s.issuer().get().notAfter())),
                            s -> "a validity within the issuer's"),
                    rule(
                            "rfc5280.issuer-is-ca",
                            "RFC 5280 4.2.1.9",
                            s -> s.issuer().isEmpty() || s.issuer().get().ca(),
                            s -> "an issuer that is a CA"),
                    rule(
                            "rfc5280.issuer-path-length",
                            "RFC 5280 4.2.1.9",
                            s ->
                                    !s.fields().ca()
                                            || s.issuer().isEmpty()
                                            || fitsPathLength(s.fields(), s.issuer().get()),
                            s -> "a path length below the issuer's"),
                    rule(
                            "rfc5280.self-signed",
                            "RFC 5280 3.2",
                            s -> s.profile().selfSigned() == s.issuer().isEmpty(),
                            s -> s.profile().selfSigned() ? "a self-signed root" : "an issuer"),
                    rule(
                            "iso2.curve",
                            "[V2G2-006]",
                            s ->
                                    s.fields()
                                            .key()
                                            .type()
                                            .filter(s.profile().keyType()::equals)
                                            .isPresent(),
                            s ->
                                    "a %s key, if of a curve, a named one, and an uncompressed point"
                                            .formatted(s.profile().keyType())),
                    rule(
                            "iso2.signature",
                            "[V2G2-007]",
                            s ->
                                    s.fields()
                                            .signatureAlgorithm()
                                            .equals(s.profile().keyType().signatureAlgorithmId()),
                            s -> "the signature algorithm of " + s.profile().keyType()),
                    rule(
                            "iso2.size",
                            "[V2G2-010]",
                            s -> signedOctets(s) <= s.profile().maxOctets(),
                            s ->
                                    "at most %d octets, found up to %d"
                                            .formatted(s.profile().maxOctets(), signedOctets(s))),
                    rule(
                            "iso2.basic-constraints-critical",
                            "certificate profiles",
                            s -> isCritical(s, BASIC_CONSTRAINTS),
                            s -> "critical BasicConstraints"),
                    rule(
                            "iso2.key-usage-critical",
                            "certificate profiles",
                            s -> isCritical(s, KEY_USAGE),
                            s -> "critical KeyUsage"),
                    rule(
                            "iso2.ca",
                            "certificate profiles",
                            s -> s.fields().ca() == s.profile().ca(),
                            s -> "CA:" + s.profile().ca()),
                    rule(
                            "iso2.path-length",
                            "certificate profiles",
                            s -> s.fields().pathLength().equals(s.profile().pathLength()),
                            s -> "path length " + s.profile().pathLength()),
                    rule(
                            "iso2.key-usage",
                            "certificate profiles",
                            s ->
                                    s.fields()
                                            .keyUsages()
                                            .orElse(Set.of())
                                            .equals(s.profile().keyUsages()),
                            s -> "key usages " + s.profile().keyUsages()),
                    rule(
                            "iso2.extended-key-usage",
                            "certificate profiles",
                            s ->
                                    s.fields()
                                            .extendedKeyUsages()
                                            .equals(s.profile().extendedKeyUsages()),
                            s -> "extended key usages " + s.profile().extendedKeyUsages()),
                    rule(
                            "iso2.domain-component",
                            "[V2G2-925]",
                            s ->
                                    s.fields()
                                            .domainComponents()
                                            .equals(
                                                    s.profile().domainComponent().stream()
                                                            .toList()),
                            s -> "DC " + s.profile().domainComponent().orElse("none")),
                    rule(
                            "iso2.common-name",
                            "certificate profiles",
                            s ->
                                    s.fields().commonNames().size() == 1
                                            && isGoodName(
                                                    s.profile(),
                                                    s.fields().commonNames().getFirst()),
                            s -> "one common name, a right " + s.profile().commonName()),
                    rule(
                            "iso2.ocsp-url",
                            "[V2G2-871]",
                            s -> !s.profile().ocspUrl() || isGoodUrl(s.fields().ocspUrls()),
                            s -> "one http OCSP URL"),
                    rule(
                            "house.key-identifier",
                            "8-octet subject key identifiers, needed by ISO 15118-20 key delivery",
                            s ->
                                    s.fields().subjectKeyIdentifier().isPresent()
                                            && s.fields().subjectKeyIdentifier().get().length()
                                                    == KEY_IDENTIFIER_OCTETS,
                            s -> "a subject key identifier of 8 octets"),
                    rule(
                            "house.authority-key-identifier",
                            "RFC 5280 4.2.1.1",
                            s ->
                                    s.issuer().isEmpty()
                                            || s.fields()
                                                    .authorityKeyIdentifier()
                                                    .equals(
                                                            s.issuer()
                                                                    .get()
                                                                    .subjectKeyIdentifier()),
                            s -> "the issuer's key identifier"),
                    rule(
                            "house.server-name",
                            "RFC 6125",
                            s ->
                                    !s.profile()
                                                    .extendedKeyUsages()
                                                    .contains(Iso2Profile.SERVER_AUTH)
                                            || !s.fields().hostNames().isEmpty(),
                            s -> "a host name in SubjectAltName"));

    private Linter() {}

    /** Every rule that is broken, in the rules' order. */
    public static List<LintFinding> check(LintSubject subject) {
        return RULES.stream()
                .flatMap(rule ->
                        rule
                                .check()
                                .apply(subject)
                                .map(text -> new LintFinding(rule, text))
                                .stream())
                .toList();
    }

    static void refuseErrors(LintSubject subject) {
        List<LintFinding> errors =
                check(subject).stream()
                        .filter(finding -> finding.rule().severity() == ERROR)
                        .toList();
        if (!errors.isEmpty()) {
            throw new LintException(errors);
        }
    }

    private static LintRule rule(
            String id,
            String citation,
            Predicate<LintSubject> holds,
            Function<LintSubject, String> expected) {
        return new LintRule(
                id,
                ERROR,
                citation,
                subject ->
                        holds.test(subject)
                                ? Optional.empty()
                                : Optional.of("expected " + expected.apply(subject)));
    }

    private static boolean isGoodSerial(BigInteger serial) {
        return serial.signum() > 0
                && serial.bitLength() >= MIN_SERIAL_BITS
                && serial.bitLength() <= MAX_SERIAL_BITS;
    }

    private static boolean fitsPathLength(CertificateFields fields, CertificateFields issuer) {
        return issuer.pathLength().isEmpty()
                || (fields.pathLength().isPresent()
                        && fields.pathLength().getAsInt() < issuer.pathLength().getAsInt());
    }

    private static boolean isCritical(LintSubject subject, String extension) {
        Map<String, Boolean> extensions = subject.fields().extensions();
        return extensions.getOrDefault(extension, false);
    }

    private static int signedOctets(LintSubject subject) {
        return subject.tbs().length()
                + SIGNATURE_OVERHEAD
                + subject.profile().keyType().maxEncodedSignatureOctets();
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
        return urls.size() == 1 && urls.getFirst().matches("http://[!-~]{1,200}");
    }
}
