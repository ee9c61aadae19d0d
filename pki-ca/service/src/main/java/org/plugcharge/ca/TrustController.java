package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;
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

    TrustController(Authorities authorities) {
        this.authorities = authorities;
    }

    /**
     * A CA certificate.
     *
     * @param pem the certificate
     * @param chain PEM of it and the sub-CAs above it, without root
     */
    record AuthorityDocument(
            String profile,
            boolean root,
            String subject,
            String serial,
            Instant notBefore,
            Instant notAfter,
            String fingerprint,
            String pem,
            String chain) {}

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
        return Iso2Profile.authorities().stream().map(this::document).toList();
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

    private static Iso2Profile authority(String profile) {
        return Iso2Profile.byId(profile)
                .filter(known -> known.profile().ca())
                .orElseThrow(() -> Problem.unknownProfile(profile));
    }

    private AuthorityDocument document(Iso2Profile profile) {
        Certificate certificate = authorities.certificate(profile);
        return new AuthorityDocument(
                profile.id(),
                profile.profile().selfSigned(),
                certificate.fields().subject(),
                certificate.fields().serial().toString(16),
                certificate.fields().notBefore(),
                certificate.fields().notAfter(),
                certificate.fingerprint().toHex(),
                Pem.of(Pem.CERTIFICATE, certificate.der()),
                Pem.ofCertificates(authorities.subCertificates(profile)));
    }
}
