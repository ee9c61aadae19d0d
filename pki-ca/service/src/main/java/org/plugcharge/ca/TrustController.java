package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.Profiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** What everybody may see: roots and CA certificates. */
@RestController
class TrustController {

    private final Authorities authorities;
    private final CrossCertificates cross;

    TrustController(Authorities authorities, CrossCertificates cross) {
        this.authorities = authorities;
        this.cross = cross;
    }

    /**
     * A CA certificate.
     *
     * @param id the profile, and from the second generation on which
     * @param offline whether its key is elsewhere
     * @param pem the certificate
     * @param chain PEM of it and the sub-CAs above it, without root
     */
    record AuthorityDocument(
            String profile,
            String id,
            boolean root,
            boolean offline,
            String subject,
            String serial,
            Instant notBefore,
            Instant notAfter,
            String fingerprint,
            String pem,
            String chain) {}

    /**
     * A root's certificate from another root.
     *
     * @param issuer the id of the CA, or {@code elsewhere}
     */
    record CrossDocument(
            String profile,
            String issuer,
            String subject,
            String serial,
            Instant notBefore,
            Instant notAfter,
            String fingerprint,
            String pem) {}

    /** The links of roll-overs, and cross-certificates. */
    @GetMapping("/api/v1/cross-certificates")
    List<CrossDocument> crossCertificates() {
        return Profiles.authorities().stream()
                .filter(CertificateProfile::selfSigned)
                .flatMap(root -> cross.of(root).stream())
                .map(TrustController::document)
                .toList();
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        boolean open = authorities.isOpen();
        return ResponseEntity.status(open ? 200 : 503)
                .contentType(MediaType.APPLICATION_JSON)
                .body(open ? "{\"status\":\"UP\"}" : "{\"status\":\"STARTING\"}");
    }

    @GetMapping("/api/v1/roots")
    List<AuthorityDocument> roots() {
        return all().stream().filter(AuthorityDocument::root).toList();
    }

    @GetMapping("/api/v1/authorities")
    List<AuthorityDocument> all() {
        return authorities.all().stream().map(this::document).toList();
    }

    @GetMapping("/api/v1/authorities/{profile}")
    AuthorityDocument one(@PathVariable String profile) {
        return document(authority(profile));
    }

    @GetMapping(value = "/api/v1/authorities/{profile}/pem", produces = "application/x-pem-file")
    String pem(@PathVariable String profile) {
        return document(authority(profile)).pem();
    }

    @GetMapping(value = "/api/v1/authorities/{profile}/chain", produces = "application/x-pem-file")
    String chain(@PathVariable String profile) {
        return document(authority(profile)).chain();
    }

    private Authority authority(String id) {
        return authorities.find(id).orElseThrow(() -> Problem.unknownProfile(id));
    }

    private static CrossDocument document(CertificateTable.Row row) {
        Certificate certificate = row.certificate();
        return new CrossDocument(
                row.profile().id(),
                row.issuer(),
                certificate.fields().subject(),
                certificate.fields().serial().toString(16),
                certificate.fields().notBefore(),
                certificate.fields().notAfter(),
                certificate.fingerprint().toHex(),
                Pem.of(Pem.CERTIFICATE, certificate.der()));
    }

    private AuthorityDocument document(Authority authority) {
        Certificate certificate = authority.certificate();
        return new AuthorityDocument(
                authority.profile().id(),
                authority.id(),
                authority.isRoot(),
                authority.key().isEmpty(),
                certificate.fields().subject(),
                certificate.fields().serial().toString(16),
                certificate.fields().notBefore(),
                certificate.fields().notAfter(),
                certificate.fingerprint().toHex(),
                Pem.of(Pem.CERTIFICATE, certificate.der()),
                Pem.ofCertificates(authorities.subCertificates(authority.id())));
    }
}
