package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Linter;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * Decides when something is done with a CA: it is proposed, agreed to by as many approvers as the
 * house needs, and performed once. Every step goes into the transcript; two instances on one
 * database take turns.
 */
final class Ceremonies {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Authorities authorities;
    private final CertificateTable table;
    private final Transcript transcript;
    private final PkiCaOptions.Approval approval;
    private final InstantSource clock;

    Ceremonies(
            DataSource database,
            JdbcClient jdbc,
            Authorities authorities,
            CertificateTable table,
            Transcript transcript,
            PkiCaOptions.Approval approval,
            InstantSource clock) {
        this.database = database;
        this.jdbc = jdbc;
        this.authorities = authorities;
        this.table = table;
        this.transcript = transcript;
        this.approval = approval;
        this.clock = clock;
    }

    /**
     * A ceremony as it stands.
     *
     * @param result PEM of what came out; empty if there is nothing to show
     */
    record Standing(
            Act act, List<String> approvedBy, int needed, boolean performed, String result) {}

    /** The first thing at every start: without approvers all missing CAs are made. */
    void open(String publicUrl) {
        locked(() -> {
            authorities.begin(publicUrl);
            recordApprovers();
            if (approval.needed() == 0) {
                createMissing();
            }
            authorities.open();
            return true;
        });
    }

    /** A line of the list of ceremonies. */
    record Line(
            Act act,
            Instant proposedAt,
            List<String> approvedBy,
            int needed,
            Optional<Instant> performedAt) {}

    /** The newest first. */
    List<Line> list(int limit) {
        return jdbc.sql(
                        """
                        select c.act, c.proposed_at, c.performed_at,
                               array(select approver from approval where ceremony = c.id order by approver) as approvers
                        from ceremony c order by c.proposed_at desc, c.id limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> {
                    Act act = Act.of(row.getString("act"), Optional.empty());
                    return new Line(
                            act,
                            row.getTimestamp("proposed_at").toInstant(),
                            List.of((String[]) row.getArray("approvers").getArray()),
                            needed(act),
                            Optional.ofNullable(row.getTimestamp("performed_at"))
                                    .map(Timestamp::toInstant));
                })
                .list();
    }

    /** Writes down what somebody wants; nothing happens yet. */
    Standing propose(
            Act.Kind kind, CertificateProfile profile, Optional<Bytes> material, String client) {
        if (kind.needsMaterial == material.isEmpty()) {
            throw Problem.unprocessable(
                    "ca.ceremony",
                    kind.text()
                            + (kind.needsMaterial ? " needs" : " has no")
                            + " certificate or csr");
        }
        Instant now = clock.instant();
        Act act = Act.propose(UUID.randomUUID().toString(), kind, profile, material, client, now);
        return locked(() -> {
            jdbc.sql(
                            """
                            insert into ceremony (id, act, material, proposed_at)
                            values (:id, :act, :material, :now)
                            """)
                    .param("id", act.id())
                    .param("act", act.text())
                    .param("material", material.map(Ceremonies::base64).orElse(null))
                    .param("now", utc(now))
                    .update();
            transcript.add(
                    Transcript.event("proposed").put("act", act.text()).put("needed", needed(act)),
                    now);
            return standing(act.id());
        });
    }

    /** Takes an approver's signature over the act's text; 403 unless it is his. */
    Standing approve(String id, String approver, Bytes signature) {
        Instant now = clock.instant();
        return locked(() -> {
            Standing standing = standing(id);
            VerificationKey key = approval.approvers().get(approver);
            Bytes text = Transcript.utf8(standing.act().text());
            if (key == null || !key.verifiesDer(text, signature)) {
                throw new Problem(
                        HttpStatus.FORBIDDEN,
                        "ca.approval",
                        "no signature of an approver of this name over this act");
            }
            if (standing.performed()) {
                throw performedAlready();
            }
            int added =
                    jdbc.sql(
                                    """
                                    insert into approval (ceremony, approver, signature, given_at)
                                    values (:id, :approver, :signature, :now) on conflict do nothing
                                    """)
                            .param("id", id)
                            .param("approver", approver)
                            .param("signature", signature.toArray())
                            .param("now", utc(now))
                            .update();
            if (added == 1) {
                transcript.add(
                        Transcript.event("approved")
                                .put("ceremony", id)
                                .put("approver", approver)
                                .put("signature", base64(signature)),
                        now);
            }
            return standing(id);
        });
    }

    /** Does it, once; 403 until enough have agreed. */
    Standing perform(String id) {
        return locked(() -> {
            Standing standing = standing(id);
            if (standing.performed()) {
                throw performedAlready();
            }
            if (valid(standing) < standing.needed()) {
                throw new Problem(
                        HttpStatus.FORBIDDEN,
                        "ca.approval",
                        "%d approvals are needed, %d are there"
                                .formatted(standing.needed(), valid(standing)));
            }
            Instant now = clock.instant();
            transcript.add(Transcript.event("performing").put("ceremony", id), now);
            List<Certificate> made;
            String result;
            try {
                if (standing.act().kind() == Act.Kind.REQUEST) {
                    made = List.of();
                    result = request(standing.act()).pem();
                } else {
                    made = perform(standing.act(), now);
                    result = Pem.ofCertificates(made.stream().map(Certificate::der).toList());
                }
            } catch (Problem | IllegalArgumentException e) {
                transcript.add(Transcript.event("refused").put("ceremony", id), now);
                throw e;
            }
            jdbc.sql("update ceremony set performed_at = :now, result = :result where id = :id")
                    .param("now", utc(now))
                    .param("result", result)
                    .param("id", id)
                    .update();
            ObjectNode event = Transcript.event("performed").put("ceremony", id);
            transcript.add(named(event, made), now);
            return standing(id);
        });
    }

    /** One ceremony; 404 for one that is not there. */
    Standing standing(String id) {
        return jdbc.sql("select * from ceremony where id = :id")
                .param("id", id)
                .query((row, number) -> {
                    String material = row.getString("material");
                    Act act =
                            Act.of(
                                    row.getString("act"),
                                    Optional.ofNullable(material)
                                            .map(Base64.getDecoder()::decode)
                                            .map(Bytes::owning));
                    return new Standing(
                            act,
                            List.copyOf(approvals(id).keySet()),
                            needed(act),
                            row.getTimestamp("performed_at") != null,
                            Optional.ofNullable(row.getString("result")).orElse(""));
                })
                .optional()
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "ca.ceremony", "no such ceremony"));
    }

    List<String> transcript() {
        return transcript.lines();
    }

    private List<Certificate> perform(Act act, Instant now) {
        return switch (act.kind()) {
            case CREATE ->
                    List.of(
                            authorities
                                    .create(act.profile(), nextGeneration(act.profile()), now)
                                    .certificate());
            case REQUEST -> List.of();
            case SIGN -> List.of(sign(act, now));
            case IMPORT ->
                    List.of(
                            act.profile().isCross()
                                    ? importCross(act, now)
                                    : importAuthority(act, now));
            case ROLL_OVER -> rollOver(act.profile(), now);
            case CROSS_CERTIFY -> List.of(crossCertify(act, now));
        };
    }

    private CertificateRequest request(Act act) {
        requireAuthority(act.profile());
        return authorities.request(act.profile(), nextGeneration(act.profile()));
    }

    private Certificate sign(Act act, Instant now) {
        requireAuthority(act.profile());
        if (act.profile().selfSigned()) {
            throw Problem.unprocessable("ca.ceremony", "a root signs itself");
        }
        CertificateRequest csr = CertificateRequest.parse(act.material().orElseThrow());
        return authorities.signSubCa(csr, act.profile(), now).certificate();
    }

    /**
     * Checked: the key is ours, the name as requested, the signature by a CA of here, all lints.
     */
    private Certificate importAuthority(Act act, Instant now) {
        CertificateProfile profile = act.profile();
        requireAuthority(profile);
        Certificate certificate = Certificate.parse(act.material().orElseThrow());
        requireInTime(certificate, now);
        int generation = nextGeneration(profile);
        String id = Authority.id(profile, generation);
        Optional<SigningKey> key =
                authorities.ownKey(id).filter(own -> own.publicKey().equals(certificate.key()));
        if (profile.selfSigned()) {
            Linter.require(certificate, profile, Optional.empty());
            CertificateTable.Row row = table.imported(profile, id, certificate, now);
            return authorities.add(id, profile, row, key, now).certificate();
        }
        if (key.isEmpty()) {
            throw Problem.unprocessable(
                    "ca.import-key", "the key is not the one requested for " + id);
        }
        if (!certificate
                .fields()
                .subjectName()
                .equals(authorities.request(profile, generation).subjectName())) {
            throw Problem.unprocessable("ca.import-name", "the subject is not the one requested");
        }
        Authority issuer = signer(certificate);
        if (!profile.issuer().filter(issuer.profile()::equals).isPresent()) {
            throw Problem.unprocessable(
                    "ca.import-chain", "signed by " + issuer.id() + ", which is none for this CA");
        }
        Linter.require(certificate, profile, Optional.of(issuer.certificate()));
        CertificateTable.Row row = table.imported(profile, issuer.id(), certificate, now);
        return authorities.add(id, profile, row, key, now).certificate();
    }

    /** For the key of a root of here; whoever signed it need not be known. */
    private Certificate importCross(Act act, Instant now) {
        Certificate certificate = Certificate.parse(act.material().orElseThrow());
        requireInTime(certificate, now);
        boolean ours =
                authorities.all().stream()
                        .anyMatch(authority ->
                                authority.isRoot()
                                        && authority.certificate().key().equals(certificate.key()));
        if (!ours) {
            throw Problem.unprocessable("ca.import-key", "the key is not that of a root of here");
        }
        Optional<Authority> issuer = knownSigner(certificate);
        Linter.require(certificate, act.profile(), issuer.map(Authority::certificate));
        return table.imported(
                        act.profile(),
                        issuer.map(Authority::id).orElse("elsewhere"),
                        certificate,
                        now)
                .certificate();
    }

    /** New with new, new with old, old with new: RFC 4210 section 4.4. */
    private List<Certificate> rollOver(CertificateProfile profile, Instant now) {
        if (!profile.selfSigned() || profile.pathLength().isPresent()) {
            throw Problem.unprocessable(
                    "ca.ceremony", "only roots that may have cross-certificates roll over");
        }
        Authority old = authorities.current(profile);
        old.issues();
        Authority fresh = authorities.create(profile, nextGeneration(profile), now);
        Certificate newWithOld =
                authorities.cross(fresh.certificate(), old, Authorities.OWN, now).certificate();
        Certificate oldWithNew =
                authorities.cross(old.certificate(), fresh, Authorities.OWN, now).certificate();
        return List.of(fresh.certificate(), newWithOld, oldWithNew);
    }

    private Certificate crossCertify(Act act, Instant now) {
        Certificate other = Certificate.parse(act.material().orElseThrow());
        requireInTime(other, now);
        boolean root =
                other.fields().ca()
                        && other.fields().isSelfIssued()
                        && other.isSignedBy(other.key());
        if (!act.profile().selfSigned() || !root) {
            throw Problem.unprocessable("ca.ceremony", "only roots are crossed, by roots");
        }
        return authorities
                .cross(other, authorities.current(act.profile()), Authorities.OWN, now)
                .certificate();
    }

    private Authority signer(Certificate certificate) {
        return knownSigner(certificate)
                .orElseThrow(() ->
                        Problem.unprocessable(
                                "ca.import-chain", "not signed by a CA that is known here"));
    }

    private Optional<Authority> knownSigner(Certificate certificate) {
        return authorities.all().stream()
                .filter(authority -> certificate.names(authority.certificate()))
                .filter(authority -> certificate.isSignedBy(authority.certificate().key()))
                .findFirst();
    }

    private int nextGeneration(CertificateProfile profile) {
        int generation = 1;
        while (authorities.has(Authority.id(profile, generation))) {
            generation++;
        }
        return generation;
    }

    private static void requireAuthority(CertificateProfile profile) {
        if (!profile.ca() || profile.isCross()) {
            throw Problem.unprocessable("ca.ceremony", profile.id() + " is no CA");
        }
    }

    private static void requireInTime(Certificate certificate, Instant now) {
        if (certificate.fields().notBefore().isAfter(now)
                || certificate.fields().notAfter().isBefore(now)) {
            throw Problem.unprocessable("ca.import-time", "not valid now");
        }
    }

    /** The first line, and one whenever the house's rule was changed. */
    private void recordApprovers() {
        ObjectNode event = Transcript.event("approvers").put("needed", approval.needed());
        ObjectNode keys = event.putObject("approvers");
        approval.approvers().forEach((name, key) -> keys.put(name, base64(key.spki())));
        boolean known =
                transcript
                        .last("approvers")
                        .filter(last -> last.path("needed").equals(event.path("needed")))
                        .filter(last -> last.path("approvers").equals(keys))
                        .isPresent();
        if (!known) {
            transcript.add(event, clock.instant());
        }
    }

    private void createMissing() {
        Instant now = clock.instant();
        List<Certificate> made = authorities.createMissing(now);
        if (!made.isEmpty()) {
            transcript.add(named(Transcript.event("created"), made), now);
        }
    }

    private static ObjectNode named(ObjectNode event, List<Certificate> made) {
        ArrayNode certificates = event.putArray("certificates");
        for (Certificate certificate : made) {
            certificates
                    .addObject()
                    .put("subject", certificate.fields().subject())
                    .put("serial", certificate.fields().serial().toString(16))
                    .put("sha256", certificate.fingerprint().toHex());
        }
        return event;
    }

    private int needed(Act act) {
        return act.kind().needsApproval ? approval.needed() : 0;
    }

    /** Those of approvers that are still ones, with the keys they have now. */
    private long valid(Standing standing) {
        Bytes text = Transcript.utf8(standing.act().text());
        return approvals(standing.act().id()).entrySet().stream()
                .filter(given -> {
                    VerificationKey key = approval.approvers().get(given.getKey());
                    return key != null && key.verifiesDer(text, given.getValue());
                })
                .count();
    }

    private Map<String, Bytes> approvals(String id) {
        Map<String, Bytes> found = new java.util.TreeMap<>();
        jdbc.sql("select approver, signature from approval where ceremony = :id")
                .param("id", id)
                .query(row -> {
                    found.put(row.getString("approver"), Bytes.owning(row.getBytes("signature")));
                });
        return found;
    }

    private static Problem performedAlready() {
        return new Problem(HttpStatus.CONFLICT, "ca.ceremony", "it was performed already");
    }

    private <T> T locked(Supplier<T> work) {
        return DatabaseLock.CEREMONY.with(database, work);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }
}
