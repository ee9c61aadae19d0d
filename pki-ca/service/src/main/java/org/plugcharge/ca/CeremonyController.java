package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.Profiles;
import org.plugcharge.exi.Bytes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** Ceremonies over HTTP, for administrators; the transcript is for them as well. */
@RestController
class CeremonyController {

    private static final int MAX_CHARACTERS = 20_000;

    private static final int MAX_LINES = 1_000;

    private final Ceremonies ceremonies;

    CeremonyController(Ceremonies ceremonies) {
        this.ceremonies = ceremonies;
    }

    /**
     * What shall be done.
     *
     * @param act {@code create}, {@code request}, {@code sign}, {@code import}, {@code roll-over}
     *     or {@code cross-certify}
     * @param profile of the CA
     * @param certificate PEM, for {@code import} and {@code cross-certify}
     * @param csr PEM, for {@code sign}
     */
    record Proposal(
            @Nullable String act,
            @Nullable String profile,
            @Nullable String certificate,
            @Nullable String csr) {}

    /**
     * An approver's agreement.
     *
     * @param signature base64; over the octets of the act, ECDSA in DER or Ed448
     */
    record Agreement(@Nullable String approver, @Nullable String signature) {}

    /**
     * A ceremony as it stands.
     *
     * @param act the text approvers sign, octet by octet
     * @param result PEM of what came out
     */
    record CeremonyDocument(
            String id,
            String act,
            String sha256,
            int needed,
            List<String> approvedBy,
            boolean performed,
            String result) {}

    /** One line of the list; act and profile as they were proposed. */
    record CeremonyLine(
            String id,
            String act,
            String profile,
            Instant proposedAt,
            int needed,
            List<String> approvedBy,
            @Nullable Instant performedAt) {}

    /** The newest first. */
    @GetMapping("/api/v1/ceremonies")
    List<CeremonyLine> list(
            @RequestParam(defaultValue = "100") int limit, HttpServletRequest http) {
        admin(http);
        return ceremonies.list(Math.clamp(limit, 1, MAX_LINES)).stream()
                .map(line ->
                        new CeremonyLine(
                                line.act().id(),
                                line.act().kind().text(),
                                line.act().profile().id(),
                                line.proposedAt(),
                                line.needed(),
                                line.approvedBy(),
                                line.performedAt().orElse(null)))
                .toList();
    }

    @PostMapping("/api/v1/ceremonies")
    ResponseEntity<CeremonyDocument> propose(
            @RequestBody Proposal proposal, HttpServletRequest http) {
        Client admin = admin(http);
        Act.Kind kind =
                Act.Kind.of(String.valueOf(proposal.act()))
                        .orElseThrow(() ->
                                Problem.unprocessable(
                                        "ca.ceremony",
                                        "act: create, request, sign, import, roll-over or"
                                                + " cross-certify"));
        String id = String.valueOf(proposal.profile());
        CertificateProfile profile =
                Profiles.byId(id)
                        .filter(CertificateProfile::ca)
                        .orElseThrow(() -> Problem.unknownProfile(id));
        Ceremonies.Standing standing =
                ceremonies.propose(kind, profile, material(proposal), admin.name());
        return ResponseEntity.status(HttpStatus.CREATED).body(document(standing));
    }

    @GetMapping("/api/v1/ceremonies/{id}")
    CeremonyDocument one(@PathVariable String id, HttpServletRequest http) {
        admin(http);
        return document(ceremonies.standing(id));
    }

    /** The octets approvers sign, and nothing else. */
    @GetMapping("/api/v1/ceremonies/{id}/act")
    ResponseEntity<byte[]> act(@PathVariable String id, HttpServletRequest http) {
        admin(http);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(Transcript.utf8(ceremonies.standing(id).act().text()).toArray());
    }

    @PostMapping("/api/v1/ceremonies/{id}/approvals")
    CeremonyDocument approve(
            @PathVariable String id, @RequestBody Agreement agreement, HttpServletRequest http) {
        admin(http);
        return document(
                ceremonies.approve(
                        id,
                        String.valueOf(agreement.approver()),
                        signature(String.valueOf(agreement.signature()))));
    }

    @PostMapping("/api/v1/ceremonies/{id}/perform")
    CeremonyDocument perform(@PathVariable String id, HttpServletRequest http) {
        admin(http);
        return document(ceremonies.perform(id));
    }

    /** JSON lines, oldest first. */
    @GetMapping("/api/v1/transcript")
    ResponseEntity<String> transcript(HttpServletRequest http) {
        admin(http);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jsonl"))
                .body(String.join("\n", ceremonies.transcript()) + "\n");
    }

    private static Client admin(HttpServletRequest http) {
        Client client = Authentication.client(http);
        if (!client.isAdmin()) {
            throw new Problem(
                    HttpStatus.FORBIDDEN, "ca.rights", "ceremonies are for administrators");
        }
        return client;
    }

    private static Optional<Bytes> material(Proposal proposal) {
        if (proposal.certificate() != null && proposal.csr() != null) {
            throw Problem.unprocessable("ca.ceremony", "certificate or csr, not both");
        }
        return proposal.certificate() != null
                ? Optional.of(block(Pem.CERTIFICATE, proposal.certificate()))
                : Optional.ofNullable(proposal.csr()).map(text -> block(Pem.REQUEST, text));
    }

    private static Bytes block(String label, String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw Problem.malformed("ca.ceremony", "PEM of at most 20000 characters");
        }
        try {
            List<Bytes> blocks = Pem.blocks(label, text);
            if (blocks.size() == 1) {
                return blocks.getFirst();
            }
        } catch (MalformedCertificateException e) {
            throw Problem.malformed("ca.ceremony", String.valueOf(e.getMessage()));
        }
        throw Problem.malformed("ca.ceremony", "expected one PEM block " + label);
    }

    private static Bytes signature(String base64) {
        try {
            return Bytes.owning(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("ca.approval", "signature: expected base64");
        }
    }

    private static CeremonyDocument document(Ceremonies.Standing standing) {
        String text = standing.act().text();
        return new CeremonyDocument(
                standing.act().id(),
                text,
                Transcript.sha256(Transcript.utf8(text)).toHex(),
                standing.needed(),
                standing.approvedBy(),
                standing.performed(),
                standing.result());
    }
}
