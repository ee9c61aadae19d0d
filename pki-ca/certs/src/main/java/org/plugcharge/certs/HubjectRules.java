package org.plugcharge.certs;

import static org.plugcharge.certs.LintRule.warning;

import java.util.List;

/**
 * How the certificates of Hubject's PKI look, as far as public ones show it: to differ is allowed,
 * and to be told.
 */
final class HubjectRules {

    private static final String SEEN = "public certificates of Hubject";
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final String ORGANIZATION = "2.5.4.10";

    private HubjectRules() {}

    static List<LintRule> all() {
        return List.of(
                warning(
                                "hubject.no-crl-distribution-points",
                                SEEN,
                                s -> !s.has(CRL_DISTRIBUTION_POINTS),
                                _ -> "no CRL distribution points: they cost octets and no car asks")
                        .when(s -> !s.profile().mayNameList()),
                warning(
                        "hubject.no-ca-issuers",
                        SEEN,
                        s -> s.fields().issuerUrls().isEmpty(),
                        _ -> "AuthorityInfoAccess with OCSP only"),
                warning(
                        "hubject.key-identifier",
                        SEEN + ": 0x4 and the last 60 bits of SHA-1 over the whole key",
                        s ->
                                s.fields()
                                        .subjectKeyIdentifier()
                                        .filter(s.fields().key().keyIdentifier()::equals)
                                        .isPresent(),
                        s -> "the subject key identifier " + s.fields().key().keyIdentifier()),
                warning(
                                "hubject.contract-organization",
                                SEEN,
                                s -> s.fields().subjectAttributes().contains(ORGANIZATION),
                                _ -> "an organization beside the eMAID")
                        .when(s -> s.profile().commonName() == CertificateProfile.NameRule.EMAID));
    }
}
