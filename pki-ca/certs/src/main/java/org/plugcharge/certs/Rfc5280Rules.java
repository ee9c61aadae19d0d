package org.plugcharge.certs;

import static org.plugcharge.certs.LintRule.error;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every certificate of the internet must keep: RFC 5280. */
final class Rfc5280Rules {

    static final String BASIC_CONSTRAINTS = "2.5.29.19";
    static final String KEY_USAGE = "2.5.29.15";
    static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    static final String INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

    /** What every validator of V2G certificates understands; name constraints it does not. */
    private static final Set<String> MAY_BE_CRITICAL =
            Set.of(BASIC_CONSTRAINTS, KEY_USAGE, "2.5.29.37", "2.5.29.17");

    private static final String DISTRIBUTION_POINTS = "2.5.29.31";
    private static final int MAX_SERIAL_BITS = 159;
    private static final int MAX_NAME_CHARACTERS = 64;

    /** Broken by octets that cannot be read at all; holds for whatever got as far as a subject. */
    static final LintRule READABLE =
            error("rfc5280.der", "RFC 5280 4.1", _ -> true, _ -> "a certificate in DER");

    private Rfc5280Rules() {}

    static List<LintRule> all() {
        return List.of(
                READABLE,
                error(
                        "rfc5280.version-3",
                        "RFC 5280 4.1.2.1",
                        s -> s.fields().version() == 3,
                        _ -> "version 3"),
                error(
                        "rfc5280.serial",
                        "RFC 5280 4.1.2.2",
                        s -> isGoodSerial(s.fields().serial()),
                        _ -> "a positive serial number of at most 20 octets"),
                error(
                                "rfc5280.distribution-point",
                                "RFC 5280 4.2.1.13",
                                s ->
                                        !s.isCritical(DISTRIBUTION_POINTS)
                                                && s.fields().listUrls().stream()
                                                        .anyMatch(url -> url.startsWith("http")),
                                _ -> "not critical, with the http URL of a revocation list")
                        .when(s -> s.has(DISTRIBUTION_POINTS)),
                error(
                        "rfc5280.subject-name",
                        "RFC 5280 4.1.2.6",
                        s -> !s.fields().subjectAttributes().isEmpty(),
                        _ -> "a subject that is not empty"),
                error(
                        "rfc5280.common-name-length",
                        "RFC 5280 A.1, ub-common-name",
                        s ->
                                s.fields().commonNames().stream()
                                        .allMatch(name -> name.length() <= MAX_NAME_CHARACTERS),
                        _ -> "common names of at most 64 characters"),
                error(
                        "rfc5280.validity-order",
                        "RFC 5280 4.1.2.5",
                        s -> s.fields().notBefore().isBefore(s.fields().notAfter()),
                        _ -> "a start before the end"),
                error(
                                "rfc5280.signature",
                                "RFC 5280 4.1.1.3",
                                s ->
                                        s.certificate()
                                                .orElseThrow()
                                                .isSignedBy(s.issuer().orElseThrow().key()),
                                _ -> "a signature of the issuer")
                        .when(s -> s.certificate().isPresent() && s.issuer().isPresent()),
                error(
                                "rfc5280.self-signature",
                                "RFC 5280 3.2",
                                s -> s.certificate().orElseThrow().isSignedBy(s.fields().key()),
                                _ -> "a root's signature of its own")
                        .when(s -> s.certificate().isPresent() && s.fields().isSelfIssued()),
                error(
                        "rfc5280.self-signed",
                        "RFC 5280 3.2",
                        s -> s.profile().selfSigned() == s.fields().isSelfIssued(),
                        s -> s.profile().selfSigned() ? "a self-signed root" : "an issuer"),
                error(
                                "rfc5280.issuer-name",
                                "RFC 5280 4.1.2.4",
                                s -> s.fields().issuerName().equals(issuer(s).subjectName()),
                                _ -> "the issuer's subject as issuer")
                        .when(s -> s.issuer().isPresent()),
                error(
                                "rfc5280.issuer-is-ca",
                                "RFC 5280 4.2.1.9",
                                s -> issuer(s).ca(),
                                _ -> "an issuer that is a CA")
                        .when(s -> s.issuer().isPresent()),
                error(
                                "rfc5280.issuer-cert-sign",
                                "RFC 5280 4.2.1.3",
                                s ->
                                        issuer(s)
                                                .keyUsages()
                                                .orElse(Set.of())
                                                .contains(KeyUsage.KEY_CERT_SIGN),
                                _ -> "an issuer with key usage keyCertSign")
                        .when(s -> s.issuer().isPresent()),
                error(
                                "rfc5280.issuer-path-length",
                                "RFC 5280 4.2.1.9",
                                s -> fitsPathLength(s.fields(), issuer(s)),
                                _ -> "a path length below the issuer's")
                        .when(s -> s.issuer().isPresent() && s.fields().ca()),
                error(
                                "rfc5280.subject-key-identifier",
                                "RFC 5280 4.2.1.2",
                                s -> s.fields().subjectKeyIdentifier().isPresent(),
                                _ -> "a CA with a subject key identifier")
                        .when(s -> s.fields().ca()),
                error(
                                "rfc5280.authority-key-identifier",
                                "RFC 5280 4.2.1.1",
                                s -> s.fields().authorityKeyIdentifier().isPresent(),
                                _ -> "an authority key identifier")
                        .when(s -> !s.fields().isSelfIssued()),
                error(
                        "rfc5280.identifiers-not-critical",
                        "RFC 5280 4.2.1.1, 4.2.1.2",
                        s ->
                                !s.isCritical(SUBJECT_KEY_IDENTIFIER)
                                        && !s.isCritical(AUTHORITY_KEY_IDENTIFIER),
                        _ -> "key identifiers that are not critical"),
                error(
                        "rfc5280.information-access-not-critical",
                        "RFC 5280 4.2.2.1",
                        s -> !s.isCritical(INFORMATION_ACCESS),
                        _ -> "AuthorityInfoAccess that is not critical"),
                error(
                        "rfc5280.path-length-of-ca",
                        "RFC 5280 4.2.1.9",
                        s -> s.fields().ca() || s.fields().pathLength().isEmpty(),
                        _ -> "a path length in CAs only"),
                error(
                        "rfc5280.cert-sign-of-ca",
                        "RFC 5280 4.2.1.3, 4.2.1.9",
                        s ->
                                s.fields().ca()
                                        == s.fields()
                                                .keyUsages()
                                                .orElse(Set.of())
                                                .contains(KeyUsage.KEY_CERT_SIGN),
                        _ -> "keyCertSign in CAs and nowhere else"),
                error(
                        "rfc5280.unknown-critical",
                        "RFC 5280 4.2",
                        s -> unknownCritical(s).isEmpty(),
                        s -> "no critical extension " + unknownCritical(s).orElse("")));
    }

    private static CertificateFields issuer(LintSubject subject) {
        return subject.issuer().orElseThrow().fields();
    }

    private static boolean isGoodSerial(BigInteger serial) {
        return serial.signum() > 0 && serial.bitLength() <= MAX_SERIAL_BITS;
    }

    private static boolean fitsPathLength(CertificateFields fields, CertificateFields issuer) {
        return issuer.pathLength().isEmpty()
                || (fields.pathLength().isPresent()
                        && fields.pathLength().getAsInt() < issuer.pathLength().getAsInt());
    }

    private static Optional<String> unknownCritical(LintSubject subject) {
        return subject.fields().extensions().keySet().stream()
                .filter(id -> subject.isCritical(id) && !MAY_BE_CRITICAL.contains(id))
                .findFirst();
    }
}
