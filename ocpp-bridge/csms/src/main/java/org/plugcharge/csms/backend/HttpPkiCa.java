package org.plugcharge.csms.backend;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Pem;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The project's certificate authority: {@code POST /api/v1/enrol/iso2.secc-leaf}, {@code GET
 * /api/v1/roots}.
 */
public final class HttpPkiCa implements V2gCertificateAuthority, AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Rest ca;

    /** The authority at {@code base}, where {@code token} is a station operator's. */
    public HttpPkiCa(URI base, String token) {
        this.ca = new Rest("pki-ca", base, token);
    }

    private record Enrolment(String csr, String commonName, @Nullable String organization) {}

    private record Issued(@Nullable String chain) {}

    private record Root(@Nullable String profile, @Nullable String pem) {}

    @Override
    public CertificateChain enrolSecc(CertificateRequest request, String commonName) {
        Issued issued =
                ca.post(
                        "api/v1/enrol/" + Iso2Profile.SECC_LEAF.id(),
                        new Enrolment(
                                request.pem(), commonName, request.organization().orElse(null)),
                        Issued.class,
                        DEADLINE);
        try {
            return CertificateChain.ofPem(issued.chain() == null ? "" : issued.chain());
        } catch (MalformedCertificateException e) {
            throw new BackendException("pki-ca: an answer without a chain: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Certificate> moRoots() {
        try {
            return Arrays.stream(ca.get("api/v1/roots", Root[].class, DEADLINE))
                    .filter(root -> Iso2Profile.MO_ROOT.id().equals(root.profile()))
                    .flatMap(
                            root -> Pem.certificates(root.pem() == null ? "" : root.pem()).stream())
                    .map(Certificate::parse)
                    .toList();
        } catch (MalformedCertificateException e) {
            throw new BackendException(
                    "pki-ca: a root that is no certificate: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        ca.close();
    }
}
