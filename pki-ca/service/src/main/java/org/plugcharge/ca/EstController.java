package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.EstMessages;
import org.plugcharge.certs.KeyType;
import org.plugcharge.exi.Bytes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Enrolment over Secure Transport (RFC 7030) in the three path styles seen in the field: {@code
 * /.well-known/est/{ca}/OPERATION/{version}} of OPCP, {@code /{ca}/OPERATION/{version}} and {@code
 * /.well-known/{ca}/OPERATION}; and RFC 7030's own without a label.
 *
 * <p>A name stands in the CSR, since EST has no other place for it: it is a wish, granted within
 * the rights of whoever authenticated. A renewal repeats the name of the certificate it follows.
 */
@RestController
class EstController {

    private static final String LABEL = "{ca:(?:\\w+-)?(?:mo|cpo|oem|cps|veh)}";
    private static final String PKCS10 = "application/pkcs10";
    private static final String RETRY_SECONDS = "600";

    private final Authorities authorities;
    private final Enrolment enrolment;
    private final CrossCertificates cross;

    EstController(Authorities authorities, Enrolment enrolment, CrossCertificates cross) {
        this.authorities = authorities;
        this.enrolment = enrolment;
        this.cross = cross;
    }

    /** The CAs a certificate of this label is below, and what links their roots; open to all. */
    @GetMapping({
        "/.well-known/est/cacerts",
        "/.well-known/est/" + LABEL + "/cacerts",
        "/.well-known/est/" + LABEL + "/cacerts/{version}",
        "/.well-known/est/" + LABEL + "/cacerts/{version}/{curve}",
        "/.well-known/" + LABEL + "/cacerts",
        "/" + LABEL + "/cacerts",
        "/" + LABEL + "/cacerts/{version}",
        "/" + LABEL + "/cacerts/{version}/{curve}"
    })
    ResponseEntity<String> cacerts(
            @PathVariable(required = false) @Nullable String ca,
            @PathVariable(required = false) @Nullable String version,
            @PathVariable(required = false) @Nullable String curve,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Set<Bytes> all = new LinkedHashSet<>();
        for (EstLabel label : ca == null ? EstLabel.all() : List.of(EstLabel.of(ca))) {
            for (CertificateProfile profile : label.profiles(version, curve)) {
                authorities
                        .find(profile.issuer().orElseThrow().id())
                        .ifPresent(issuer -> all.addAll(chainAndRoots(issuer)));
            }
        }
        if (all.isEmpty()) {
            throw Problem.unknownLabel();
        }
        return pkcs7(List.copyOf(all), accept, "");
    }

    /** What a CSR of this label has to look like; open to all. */
    @GetMapping({
        "/.well-known/est/csrattrs",
        "/.well-known/est/" + LABEL + "/csrattrs",
        "/.well-known/est/" + LABEL + "/csrattrs/{version}",
        "/.well-known/est/" + LABEL + "/csrattrs/{version}/{curve}",
        "/.well-known/" + LABEL + "/csrattrs",
        "/" + LABEL + "/csrattrs",
        "/" + LABEL + "/csrattrs/{version}",
        "/" + LABEL + "/csrattrs/{version}/{curve}"
    })
    ResponseEntity<String> csrattrs(
            @PathVariable(required = false) @Nullable String ca,
            @PathVariable(required = false) @Nullable String version,
            @PathVariable(required = false) @Nullable String curve) {
        EstLabel label = ca == null ? EstLabel.CPO : EstLabel.of(ca);
        KeyType type = label.profiles(version, curve).getFirst().keyType();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/csrattrs"))
                .header("Content-Transfer-Encoding", "base64")
                .body(base64(EstMessages.csrAttributes(type)));
    }

    /** 200 with the one certificate; 202 while the CA that would sign it is not there yet. */
    @PostMapping(
            value = {
                "/.well-known/est/simpleenroll",
                "/.well-known/est/" + LABEL + "/simpleenroll",
                "/.well-known/est/" + LABEL + "/simpleenroll/{version}",
                "/.well-known/" + LABEL + "/simpleenroll",
                "/" + LABEL + "/simpleenroll",
                "/" + LABEL + "/simpleenroll/{version}"
            },
            consumes = PKCS10)
    ResponseEntity<String> simpleenroll(
            @PathVariable(required = false) @Nullable String ca,
            @PathVariable(required = false) @Nullable String version,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestBody String body,
            HttpServletRequest http) {
        Client client = Authentication.client(http);
        EstLabel label = ca == null ? EstLabel.of(client) : EstLabel.of(ca);
        CertificateRequest csr = CsrText.parse(body);
        CertificateProfile profile = label.profile(version, csr.key());
        Enrolment.Wish wish = Enrolment.Wish.named(profile, csr.commonName().orElse(null));
        Enrolment.requireRights(client, wish);
        if (isWaiting(profile)) {
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        return issued(enrolment.enrol(client, wish, csr), accept);
    }

    /**
     * The same for a name the client has a certificate of: the one it authenticates with, or with a
     * token any of its own that is still good.
     */
    @PostMapping(
            value = {
                "/.well-known/est/simplereenroll",
                "/.well-known/est/" + LABEL + "/simplereenroll",
                "/.well-known/est/" + LABEL + "/simplereenroll/{version}",
                "/.well-known/" + LABEL + "/simplereenroll",
                "/" + LABEL + "/simplereenroll",
                "/" + LABEL + "/simplereenroll/{version}"
            },
            consumes = PKCS10)
    ResponseEntity<String> simplereenroll(
            @PathVariable(required = false) @Nullable String ca,
            @PathVariable(required = false) @Nullable String version,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestBody String body,
            HttpServletRequest http) {
        CertificateRequest csr = CsrText.parse(body);
        CertificateTable.Row former =
                Authentication.renewed(http)
                        .orElseGet(() -> formerOf(Authentication.client(http), ca, version, csr));
        String wished = Enrolment.commonName(former.profile(), csr.commonName().orElse(null));
        if (former.certificate().commonName().filter(wished::equals).isEmpty()) {
            throw Problem.unprocessable(
                    "rfc7030.subject", "a renewal has the common name of what it renews");
        }
        return issued(enrolment.renew(former, csr), accept);
    }

    private CertificateTable.Row formerOf(
            Client client, @Nullable String ca, @Nullable String version, CertificateRequest csr) {
        EstLabel label = ca == null ? EstLabel.of(client) : EstLabel.of(ca);
        CertificateProfile profile = label.profile(version, csr.key());
        Enrolment.Wish wish = Enrolment.Wish.named(profile, csr.commonName().orElse(null));
        Enrolment.requireRights(client, wish);
        return enrolment.former(client, wish).orElseThrow(Problem::notFound);
    }

    private ResponseEntity<String> issued(Enrolment.Outcome outcome, @Nullable String accept) {
        return pkcs7(
                List.of(outcome.row().certificate().der()),
                accept,
                String.join(" ", outcome.refusedExtensions()));
    }

    private boolean isWaiting(CertificateProfile profile) {
        return authorities
                .find(profile.issuer().orElseThrow().id())
                .filter(issuer -> issuer.key().isPresent())
                .isEmpty();
    }

    private List<Bytes> chainAndRoots(Authority issuer) {
        List<Bytes> all = new ArrayList<>(authorities.subCertificates(issuer.id()));
        CertificateProfile root = authorities.root(issuer.id()).profile();
        authorities.all().stream()
                .filter(authority -> authority.profile().equals(root))
                .forEach(authority -> all.add(authority.certificate().der()));
        cross.of(root).forEach(row -> all.add(row.certificate().der()));
        return all;
    }

    /** OPCP names the type application/pkcs7, RFC 7030 application/pkcs7-mime. */
    private static ResponseEntity<String> pkcs7(
            List<Bytes> certificates, @Nullable String accept, String refused) {
        boolean opcp =
                accept != null
                        && accept.contains("application/pkcs7")
                        && !accept.contains("application/pkcs7-mime");
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_TYPE,
                                opcp
                                        ? "application/pkcs7"
                                        : "application/pkcs7-mime; smime-type=certs-only")
                        .header("Content-Transfer-Encoding", "base64");
        if (!refused.isEmpty()) {
            answer.header("Refused-Extensions", refused);
        }
        return answer.body(base64(EstMessages.certificatesOnly(certificates)));
    }

    private static String base64(Bytes octets) {
        byte[] lineEnd = {'\n'};
        return Base64.getMimeEncoder(64, lineEnd).encodeToString(octets.toArray()) + "\n";
    }
}
