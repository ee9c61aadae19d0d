package org.plugcharge.ocpp.station;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.ocpp.v201.HashAlgorithm;
import org.plugcharge.ocpp.v201.OcspRequestData;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names by which an OCSP responder knows the certificates of a chain (RFC 6960 section 4.1.1,
 * with SHA-256).
 */
final class OcspIdentifiers {

    private static final int MAX = 4;

    private OcspIdentifiers() {}

    /**
     * One for each certificate, leaf first; nothing if an issuer or a responder's address is
     * missing.
     */
    static Optional<List<OcspRequestData>> of(CertificateChain chain, List<Certificate> roots) {
        try {
            List<Certificate> certificates = chain.all().stream().map(Certificate::parse).toList();
            if (certificates.size() > MAX) {
                return Optional.empty();
            }
            List<Certificate> issuers = new ArrayList<>(certificates);
            issuers.addAll(roots);
            List<OcspRequestData> identifiers = new ArrayList<>();
            for (Certificate certificate : certificates) {
                Optional<Certificate> issuer =
                        issuers.stream().filter(certificate::names).findFirst();
                Optional<String> url =
                        certificate.fields().ocspUrls().stream()
                                .filter(u -> u.length() <= 512)
                                .findFirst();
                if (issuer.isEmpty() || url.isEmpty()) {
                    return Optional.empty();
                }
                identifiers.add(identifier(certificate, issuer.get(), url.get()));
            }
            return Optional.of(List.copyOf(identifiers));
        } catch (MalformedCertificateException _) {
            return Optional.empty();
        }
    }

    private static OcspRequestData identifier(
            Certificate certificate, Certificate issuer, String url) {
        OcspQuestion question = OcspQuestion.about(certificate, issuer);
        return new OcspRequestData(
                HashAlgorithm.SHA256,
                question.issuerNameHash().toHex(),
                question.issuerKeyHash().toHex(),
                question.serial().toString(16),
                url);
    }
}
