package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.exi.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Revokes, suspends and resumes; only what the client itself had issued, unless it is an
 * administrator.
 */
@RestController
class RevocationController {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationController.class);
    private static final int MAX_CHARACTERS = 20_000;

    private final Authorities authorities;
    private final CertificateTable table;
    private final StatusChanges changes;
    private final StatusCache cache;
    private final Metrics metrics;
    private final EnrolmentController documents;
    private final InstantSource clock;

    RevocationController(
            Authorities authorities,
            CertificateTable table,
            StatusChanges changes,
            StatusCache cache,
            Metrics metrics,
            EnrolmentController documents,
            InstantSource clock) {
        this.authorities = authorities;
        this.table = table;
        this.changes = changes;
        this.cache = cache;
        this.metrics = metrics;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Which certificate, and why: either the certificate (PEM, or base64 of the DER), or issuer
     * profile and serial number.
     *
     * @param serial hex
     * @param reason as in RFC 5280: {@code keyCompromise}, {@code certificateHold} (suspends), ...;
     *     none: unspecified
     */
    record RevocationRequest(
            @Nullable String certificate,
            @Nullable String issuer,
            @Nullable String serial,
            @Nullable String reason) {}

    /** Answers the certificate as it stands afterwards; asking again changes nothing. */
    @PostMapping("/api/v1/revoke")
    EnrolmentController.IssuedDocument revoke(
            @RequestBody RevocationRequest request, HttpServletRequest http) {
        CertificateTable.Row row = own(request, http);
        RevocationReason reason =
                RevocationReason.of(request.reason() == null ? "unspecified" : request.reason())
                        .orElseThrow(() ->
                                Problem.unprocessable("rfc5280.reason", "no reason of RFC 5280"));
        if (changes.revoke(row.id(), reason, clock.instant())) {
            changed(row, reason.text(), http);
        }
        return documents.document(table.byId(row.id()).orElseThrow());
    }

    /** Takes a certificateHold back. */
    @PostMapping("/api/v1/resume")
    EnrolmentController.IssuedDocument resume(
            @RequestBody RevocationRequest request, HttpServletRequest http) {
        CertificateTable.Row row = own(request, http);
        if (changes.resume(row.id(), clock.instant())) {
            changed(row, "removeFromCRL", http);
        } else if (row.revocation().isPresent()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "rfc5280.hold",
                    "revoked for good: only a hold can be taken back");
        }
        return documents.document(table.byId(row.id()).orElseThrow());
    }

    /** This instance forgets at once what it signed; the others see the change in the table. */
    private void changed(CertificateTable.Row row, String reason, HttpServletRequest http) {
        BigInteger serial = row.certificate().fields().serial();
        cache.forget(new StatusCache.Key(issuer(row), serial));
        metrics.statusChanged(reason);
        LOG.info(
                "status profile={} serial={} reason={} client={}",
                row.profile().id(),
                serial.toString(16),
                reason,
                Authentication.client(http).name());
    }

    static String issuer(CertificateTable.Row row) {
        return row.profile().issuer().orElse(row.profile()).id();
    }

    @GetMapping("/api/v1/certificates/{issuer}/{serial}")
    EnrolmentController.IssuedDocument one(
            @PathVariable String issuer, @PathVariable String serial, HttpServletRequest http) {
        return documents.document(own(new RevocationRequest(null, issuer, serial, null), http));
    }

    /** The certificate that is meant, if it is the client's. */
    CertificateTable.Row own(RevocationRequest request, HttpServletRequest http) {
        Client client = Authentication.client(http);
        return find(request)
                .filter(row -> client.isAdmin() || row.client().equals(client.name()))
                .orElseThrow(Problem::notFound);
    }

    private java.util.Optional<CertificateTable.Row> find(RevocationRequest request) {
        if (request.certificate() != null) {
            Certificate certificate = certificate(request.certificate());
            return authorities.all().stream()
                    .filter(issuer -> certificate.names(issuer.certificate()))
                    .filter(issuer -> certificate.isSignedBy(issuer.certificate().key()))
                    .findFirst()
                    .flatMap(issuer -> table.bySerial(issuer.id(), certificate.fields().serial()));
        }
        String issuer = request.issuer();
        String serial = request.serial();
        if (issuer == null || serial == null || !serial.matches("[0-9a-fA-F]{1,40}")) {
            throw Problem.malformed(
                    "ca.which", "certificate, or issuer and serial (hex), are needed");
        }
        return table.bySerial(issuer, new BigInteger(serial, 16));
    }

    private static Certificate certificate(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw Problem.malformed("rfc5280.der", "certificate of at most 20000 characters");
        }
        try {
            Bytes der =
                    text.contains("-----BEGIN")
                            ? Pem.certificates(text).getFirst()
                            : Bytes.owning(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
            return Certificate.parse(der);
        } catch (MalformedCertificateException | java.util.NoSuchElementException e) {
            throw Problem.malformed("rfc5280.der", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("rfc5280.der", "certificate is neither PEM nor base64");
        }
    }
}
