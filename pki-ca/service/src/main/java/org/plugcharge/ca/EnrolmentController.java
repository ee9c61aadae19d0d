package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.Profiles;
import org.plugcharge.exi.Bytes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Issues leaf certificates for keys their owners keep. The name comes from the authenticated
 * request, never from the CSR; the profile decides domain component, key usages and validity.
 */
@RestController
class EnrolmentController {

    private static final int MAX_LIST = 1_000;

    private final Authorities authorities;
    private final CertificateTable table;
    private final Enrolment enrolment;

    EnrolmentController(Authorities authorities, CertificateTable table, Enrolment enrolment) {
        this.authorities = authorities;
        this.table = table;
        this.enrolment = enrolment;
    }

    /**
     * What is asked for.
     *
     * @param csr PKCS#10, base64 of the DER or PEM
     * @param commonName station name, eMAID, PCID, server name, ...
     * @param hostNames for servers only
     * @param notAfter an earlier end than the profile's
     */
    record EnrolmentRequest(
            @Nullable String csr,
            @Nullable String commonName,
            @Nullable String organization,
            @Nullable String country,
            @Nullable List<String> hostNames,
            @Nullable Instant notAfter) {}

    /**
     * An issued certificate.
     *
     * @param certificate base64 of the DER
     * @param subCertificates base64 of the DER, nearest first, without root
     * @param chain PEM of both, leaf first
     * @param root PEM
     * @param refusedExtensions wishes of the CSR that were not fulfilled, object identifiers
     */
    record IssuedDocument(
            String profile,
            String issuer,
            String serial,
            String subject,
            Instant notBefore,
            Instant notAfter,
            String certificate,
            List<String> subCertificates,
            String chain,
            String root,
            @Nullable Instant revokedAt,
            @Nullable String revocationReason,
            List<String> refusedExtensions) {}

    /**
     * 201 with a new certificate; 200 with the one this client already has for the same name and
     * key.
     */
    @PostMapping("/api/v1/enrol/{profile}")
    ResponseEntity<IssuedDocument> enrol(
            @PathVariable String profile,
            @RequestBody EnrolmentRequest request,
            HttpServletRequest http) {
        CertificateProfile known =
                Profiles.byId(profile.contains(".") ? profile : "iso2." + profile)
                        .filter(Role.ADMIN::mayHave)
                        .orElseThrow(() -> Problem.unknownProfile(profile));
        Enrolment.Wish wish =
                new Enrolment.Wish(
                        known,
                        request.commonName(),
                        request.organization(),
                        request.country(),
                        request.hostNames() == null ? List.of() : request.hostNames(),
                        request.notAfter());
        Client client = Authentication.client(http);
        Enrolment.requireRights(client, wish);
        Enrolment.Outcome outcome = enrolment.enrol(client, wish, CsrText.parse(request.csr()));
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(document(outcome.row(), outcome.refusedExtensions()));
    }

    /** The client's certificates, newest first; all of them for an administrator. */
    @GetMapping("/api/v1/certificates")
    List<IssuedDocument> list(
            @RequestParam(defaultValue = "100") int limit, HttpServletRequest http) {
        Client client = Authentication.client(http);
        Optional<String> only = client.isAdmin() ? Optional.empty() : Optional.of(client.name());
        return table.list(only, Math.clamp(limit, 1, MAX_LIST)).stream()
                .map(this::document)
                .toList();
    }

    IssuedDocument document(CertificateTable.Row row) {
        return document(row, List.of());
    }

    private IssuedDocument document(CertificateTable.Row row, List<String> refusedExtensions) {
        List<Bytes> subCertificates = authorities.subCertificates(row.issuer());
        Bytes der = row.certificate().der();
        return new IssuedDocument(
                row.profile().id(),
                row.issuer(),
                row.certificate().fields().serial().toString(16),
                row.certificate().fields().subject(),
                row.certificate().fields().notBefore(),
                row.certificate().fields().notAfter(),
                base64(der),
                subCertificates.stream().map(EnrolmentController::base64).toList(),
                Pem.of(Pem.CERTIFICATE, der) + Pem.ofCertificates(subCertificates),
                Pem.of(Pem.CERTIFICATE, authorities.root(row.issuer()).certificate().der()),
                row.revocation().map(CertificateTable.Revocation::since).orElse(null),
                row.revocation().map(revocation -> revocation.reason().text()).orElse(null),
                refusedExtensions);
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }
}
