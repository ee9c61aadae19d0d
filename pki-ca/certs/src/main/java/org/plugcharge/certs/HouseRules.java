package org.plugcharge.certs;

import static org.plugcharge.certs.LintRule.error;
import static org.plugcharge.certs.LintRule.warning;

import java.time.ZoneOffset;
import java.util.List;

/** What we hold to beyond the standards. */
final class HouseRules {

    private static final int MIN_SERIAL_BITS = 64;
    private static final int KEY_IDENTIFIER_OCTETS = 8;
    private static final String OCSP_NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

    private HouseRules() {}

    static List<LintRule> all() {
        return List.of(
                error(
                        "house.serial-bits",
                        "CA/Browser Forum: 64 random bits",
                        s -> s.fields().serial().bitLength() >= MIN_SERIAL_BITS,
                        _ -> "a serial number of at least 64 bits"),
                error(
                                "house.validity-nested",
                                "shell model",
                                s ->
                                        !s.fields().notBefore().isBefore(issuer(s).notBefore())
                                                && !s.fields()
                                                        .notAfter()
                                                        .isAfter(issuer(s).notAfter()),
                                _ -> "a validity within the issuer's")
                        .when(s -> s.issuer().isPresent()),
                warning(
                        "house.validity-length",
                        "what tooling uses",
                        s ->
                                !s.fields()
                                        .notAfter()
                                        .isAfter(
                                                s.fields()
                                                        .notBefore()
                                                        .atOffset(ZoneOffset.UTC)
                                                        .plus(s.profile().validity())
                                                        .toInstant()),
                        s -> "at most " + s.profile().validity()),
                error(
                                "house.key-identifier",
                                "8-octet subject key identifiers, needed by ISO 15118-20 key"
                                        + " delivery",
                                s ->
                                        s.fields()
                                                .subjectKeyIdentifier()
                                                .filter(id -> id.length() == KEY_IDENTIFIER_OCTETS)
                                                .isPresent(),
                                _ -> "a subject key identifier of 8 octets")
                        .when(s -> !s.profile().isCross()),
                error(
                                "house.authority-key-identifier",
                                "RFC 5280 4.2.1.1",
                                s ->
                                        s.fields()
                                                .authorityKeyIdentifier()
                                                .equals(issuer(s).subjectKeyIdentifier()),
                                _ -> "the issuer's key identifier")
                        .when(s -> s.issuer().isPresent()),
                error(
                                "house.server-name",
                                "RFC 6125",
                                s -> !s.fields().hostNames().isEmpty(),
                                _ -> "a host name in SubjectAltName")
                        .when(s ->
                                s.profile().extendedKeyUsages().contains(Iso2Profile.SERVER_AUTH)),
                error(
                                "house.ocsp-no-check",
                                "RFC 6960 4.2.2.2.1: nobody asks for a signer's own status here",
                                s -> s.has(OCSP_NO_CHECK),
                                _ -> "id-pkix-ocsp-nocheck")
                        .when(s ->
                                s.profile().extendedKeyUsages().contains(Iso2Profile.OCSP_SIGNING)),
                error(
                        "house.printable-names",
                        "names go into logs and pages",
                        s -> s.fields().subject().chars().noneMatch(Character::isISOControl),
                        _ -> "a subject without control characters"),
                warning(
                        "house.test-policy",
                        "policy " + TestPki.TEST_POLICY,
                        s -> !s.fields().policies().contains(TestPki.TEST_POLICY),
                        _ -> "no certificate made for tests"));
    }

    private static CertificateFields issuer(LintSubject subject) {
        return subject.issuer().orElseThrow().fields();
    }
}
