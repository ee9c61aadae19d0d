package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.VehicleEvccid;
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
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Issues leaf certificates for keys their owners keep. The name comes from the authenticated
 * request, never from the CSR; the profile decides domain component, key usages and validity.
 */
@RestController
class EnrolmentController {

    private static final int MAX_CSR_CHARACTERS = 8_000;
    private static final int MAX_HOST_NAMES = 16;
    private static final int MAX_LIST = 1_000;

    private final Authorities authorities;
    private final CertificateTable table;
    private final InstantSource clock;

    EnrolmentController(Authorities authorities, CertificateTable table, InstantSource clock) {
        this.authorities = authorities;
        this.table = table;
        this.clock = clock;
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
            @Nullable String revocationReason) {}

    /**
     * 201 with a new certificate; 200 with the one this client already has for the same name and
     * key.
     */
    @PostMapping("/api/v1/enrol/{profile}")
    ResponseEntity<IssuedDocument> enrol(
            @PathVariable String profile,
            @RequestBody EnrolmentRequest request,
            HttpServletRequest http) {
        Iso2Profile known =
                Iso2Profile.byId(profile.startsWith("iso2.") ? profile : "iso2." + profile)
                        .filter(leaf -> Role.ADMIN.profiles().contains(leaf))
                        .orElseThrow(() -> Problem.unknownProfile(profile));
        Client client = Authentication.client(http);
        String commonName = commonName(known, request.commonName());
        if (!client.mayEnrol(known, commonName)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "ca.rights",
                    client.name() + " may not ask for " + known.id() + " of this name");
        }
        CertificateRequest csr = csr(request.csr());
        Instant now = clock.instant();
        Optional<CertificateTable.Row> before =
                table.equivalent(known, commonName, csr.key(), client.name(), now);
        if (before.isPresent()) {
            return ResponseEntity.ok(document(before.get()));
        }
        CertificateTable.Row row =
                authorities.issue(
                        order(known, commonName, request, csr), known, client.name(), now);
        return ResponseEntity.status(HttpStatus.CREATED).body(document(row));
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
        Optional<Iso2Profile> issuer = row.profile().issuer();
        List<Bytes> subCertificates = issuer.map(authorities::subCertificates).orElse(List.of());
        Bytes der = row.certificate().der();
        return new IssuedDocument(
                row.profile().id(),
                issuer.map(Iso2Profile::id).orElse(row.profile().id()),
                row.certificate().fields().serial().toString(16),
                row.certificate().fields().subject(),
                row.certificate().fields().notBefore(),
                row.certificate().fields().notAfter(),
                base64(der),
                subCertificates.stream().map(EnrolmentController::base64).toList(),
                Pem.of(Pem.CERTIFICATE, der) + Pem.ofCertificates(subCertificates),
                Pem.of(Pem.CERTIFICATE, authorities.root(row.profile()).der()),
                row.revocation().map(CertificateTable.Revocation::since).orElse(null),
                row.revocation().map(revocation -> revocation.reason().text()).orElse(null));
    }

    private static CertificateOrder order(
            Iso2Profile profile,
            String commonName,
            EnrolmentRequest request,
            CertificateRequest csr) {
        try {
            Subject subject = Subject.named(commonName);
            subject = request.organization() == null ? subject : subject.of(request.organization());
            subject = request.country() == null ? subject : subject.in(request.country());
            CertificateOrder order = CertificateOrder.of(profile, subject, csr.key());
            order = request.notAfter() == null ? order : order.until(request.notAfter());
            return order.forHosts(hostNames(profile, request.hostNames()));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("ca.subject", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> hostNames(Iso2Profile profile, @Nullable List<String> names) {
        List<String> given = names == null ? List.of() : names;
        if (profile != Iso2Profile.TLS_SERVER && !given.isEmpty()) {
            throw Problem.unprocessable(
                    "ca.host-names", "only a server certificate has host names");
        }
        boolean good =
                given.size() <= MAX_HOST_NAMES
                        && given.stream().allMatch(name -> name.matches("[0-9A-Za-z.:-]{1,253}"));
        if (!good) {
            throw Problem.unprocessable("ca.host-names", "at most 16 DNS names or addresses");
        }
        return given;
    }

    private static String commonName(Iso2Profile profile, @Nullable String name) {
        if (name == null) {
            throw Problem.unprocessable(
                    "ca.common-name", "commonName is needed: a CSR's own name is not believed");
        }
        try {
            return switch (profile.profile().commonName()) {
                case EMAID -> Emaid.parse(name).canonical();
                case PCID, LONG_PCID -> Pcid.parse(name).text();
                case EVCCID -> VehicleEvccid.parse(name).canonical();
                case FREE -> name;
            };
        } catch (IdentifierException e) {
            throw Problem.unprocessable("iso2.common-name", String.valueOf(e.getMessage()));
        }
    }

    private static CertificateRequest csr(@Nullable String text) {
        if (text == null || text.length() > MAX_CSR_CHARACTERS) {
            throw Problem.malformed("rfc2986.request", "csr is needed, of at most 8000 characters");
        }
        if (text.contains("-----BEGIN")) {
            return CertificateRequest.parsePem(text);
        }
        try {
            return CertificateRequest.parse(
                    Bytes.owning(Base64.getDecoder().decode(text.replaceAll("\\s", ""))));
        } catch (org.plugcharge.certs.MalformedCertificateException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("rfc2986.request", "csr is neither PEM nor base64");
        }
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }
}
