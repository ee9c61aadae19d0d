package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateFields;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Profiles;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.ToBeSigned;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every certificate that was meant to be issued, and what became of it. Each call commits by
 * itself; intents and completions of calls made at the same time share a commit.
 */
final class CertificateTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Metrics metrics;
    private final GroupCommit<Intent, Optional<Long>> intents = new GroupCommit<>(this::insert);
    private final GroupCommit<Completion, Boolean> completions = new GroupCommit<>(this::complete);

    CertificateTable(JdbcClient jdbc, JdbcTemplate template, Metrics metrics) {
        this.jdbc = jdbc;
        this.template = template;
        this.metrics = metrics;
    }

    /**
     * An issued certificate as it stands in the table.
     *
     * @param issuer the id of the CA
     */
    record Row(
            long id,
            CertificateProfile profile,
            String issuer,
            Certificate certificate,
            String client,
            Optional<Revocation> revocation) {

        /** Whether it is neither revoked nor past the middle of its time. */
        boolean isGoodForHalfItsLife(Instant now) {
            Instant start = certificate.fields().notBefore();
            Duration life = Duration.between(start, certificate.fields().notAfter());
            return revocation.isEmpty() && start.plus(life.dividedBy(2)).isAfter(now);
        }
    }

    /** That and why a certificate was revoked. */
    record Revocation(Instant since, RevocationReason reason) {}

    /**
     * Who holds a claim.
     *
     * @param pending whether it is not signed yet
     * @param row the certificate, if there is one
     */
    record Holder(long id, boolean pending, Optional<Row> row) {}

    /** A row before the signature is made. */
    private record Intent(
            String profile,
            String issuer,
            ToBeSigned prepared,
            String client,
            Optional<Bytes> claim,
            Instant now) {

        String serial() {
            return hex(prepared.fields().serial());
        }

        String issuerAndSerial() {
            return issuer + " " + serial();
        }
    }

    /** What is added to a row once there is a certificate. */
    private record Completion(
            long id, Certificate certificate, Optional<Bytes> claim, Instant now) {}

    /**
     * Writes down that {@code prepared} is about to be signed; returns the row's id. Nothing if
     * another row holds {@code claim}.
     */
    Optional<Long> intend(
            CertificateProfile profile,
            String issuer,
            ToBeSigned prepared,
            String client,
            Optional<Bytes> claim,
            Instant now) {
        return intents.write(new Intent(profile.id(), issuer, prepared, client, claim, now));
    }

    /**
     * Adds the signed certificate to its row, and to the queue of the log. False if the row has
     * lost {@code claim} meanwhile: then this certificate is nobody's.
     */
    boolean issued(long id, Certificate certificate, Optional<Bytes> claim, Instant now) {
        return completions.write(new Completion(id, certificate, claim, now));
    }

    /** The row that holds a claim. */
    Optional<Holder> holder(Bytes claim) {
        return jdbc.sql("select * from certificate where claim = :claim")
                .param("claim", claim.toArray())
                .query((row, number) ->
                        new Holder(
                                row.getLong("id"),
                                row.getTimestamp("issued_at") == null,
                                row.getBytes("der") == null
                                        ? Optional.empty()
                                        : Optional.of(row(row))))
                .optional();
    }

    /** Takes a claim from the row with this id, if that still holds it. */
    void release(Bytes claim, long id) {
        jdbc.sql("update certificate set claim = null where claim = :claim and id = :id")
                .param("claim", claim.toArray())
                .param("id", id)
                .update();
    }

    /** In the order of their claims, so that two instances never wait for each other. */
    private List<Optional<Long>> insert(List<Intent> batch) {
        String sql =
                """
                insert into certificate (claim, profile, issuer, serial, common_name, subject, key_sha256,
                                         not_before, not_after, tbs, client, intended_at)
                select * from unnest(?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                                     ?::timestamptz[], ?::timestamptz[], ?::bytea[], ?::text[], ?::timestamptz[])
                order by 1
                on conflict (claim) do nothing
                returning id, issuer, serial
                """;
        Map<String, Long> ids = new HashMap<>();
        template.query(
                connection -> {
                    ArrayColumns<Intent> columns = new ArrayColumns<>(connection, sql, batch);
                    columns.add("bytea", intent -> octets(intent.claim()));
                    columns.add("text", Intent::profile);
                    columns.add("text", Intent::issuer);
                    columns.add("text", Intent::serial);
                    columns.add("text", intent -> fields(intent).commonName().orElse(""));
                    columns.add("text", intent -> fields(intent).subject());
                    columns.add("bytea", intent -> keyHash(fields(intent).key()));
                    columns.add("timestamptz", intent -> utc(fields(intent).notBefore()));
                    columns.add("timestamptz", intent -> utc(fields(intent).notAfter()));
                    columns.add("bytea", intent -> intent.prepared().tbs().toArray());
                    columns.add("text", Intent::client);
                    columns.add("timestamptz", intent -> utc(intent.now()));
                    return columns.statement();
                },
                (ResultSet row) -> {
                    String key = row.getString("issuer") + " " + row.getString("serial");
                    ids.put(key, row.getLong("id"));
                });
        return batch.stream().map(intent -> id(ids, intent)).toList();
    }

    private static Optional<Long> id(Map<String, Long> ids, Intent intent) {
        return Optional.ofNullable(ids.get(intent.issuerAndSerial()));
    }

    private static byte @Nullable [] octets(Optional<Bytes> claim) {
        return claim.map(Bytes::toArray).orElse(null);
    }

    private List<Boolean> complete(List<Completion> batch) {
        String sql =
                """
                with done as (
                    update certificate set der = fresh.der, issued_at = fresh.at
                    from unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::timestamptz[]) as fresh (id, der, claim, at)
                    where certificate.id = fresh.id and certificate.issued_at is null
                      and certificate.claim is not distinct from fresh.claim
                    returning certificate.id, certificate.profile
                ), queued as (
                    insert into log_queue (certificate) select id from done
                )
                select id, profile from done
                """;
        List<Long> done = new ArrayList<>();
        template.query(
                connection -> {
                    ArrayColumns<Completion> columns = new ArrayColumns<>(connection, sql, batch);
                    columns.add("bigint", Completion::id);
                    columns.add("bytea", one -> one.certificate().der().toArray());
                    columns.add("bytea", one -> octets(one.claim()));
                    columns.add("timestamptz", one -> utc(one.now()));
                    return columns.statement();
                },
                (ResultSet row) -> {
                    done.add(row.getLong("id"));
                    metrics.issued(row.getString("profile"));
                });
        return batch.stream().map(one -> done.contains(one.id())).toList();
    }

    private static CertificateFields fields(Intent intent) {
        return intent.prepared().fields();
    }

    Optional<Row> byId(long id) {
        return jdbc.sql("select * from certificate where id = :id and der is not null")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<Row> bySerial(String issuer, BigInteger serial) {
        return jdbc.sql(
                        "select * from certificate where issuer = :issuer and serial = :serial and"
                                + " der is not null")
                .param("issuer", issuer)
                .param("serial", hex(serial))
                .query((row, number) -> row(row))
                .optional();
    }

    /** The newest certificate of this profile, name and client that is neither over nor revoked. */
    Optional<Row> good(CertificateProfile profile, String commonName, String client, Instant now) {
        return jdbc.sql(
                        """
                        select * from certificate
                        where profile = :profile and common_name = :name and client = :client
                          and der is not null and revoked_at is null and not_after > :now
                        order by id desc limit 1
                        """)
                .param("profile", profile.id())
                .param("name", commonName)
                .param("client", client)
                .param("now", utc(now))
                .query((row, number) -> row(row))
                .optional();
    }

    /** Every certificate of a profile, oldest first: for those of which there are few. */
    List<Row> ofProfile(CertificateProfile profile) {
        return jdbc.sql(
                        "select * from certificate where profile = :profile and der is not null"
                                + " order by id limit 1000")
                .param("profile", profile.id())
                .query((row, number) -> row(row))
                .list();
    }

    /** Keeps a certificate that was signed elsewhere; it goes into the log like all others. */
    Row imported(CertificateProfile profile, String issuer, Certificate certificate, Instant now) {
        CertificateFields fields = certificate.fields();
        long id =
                jdbc.sql(
                                """
                                with kept as (
                                    insert into certificate (profile, issuer, serial, common_name, subject, key_sha256,
                                                             not_before, not_after, tbs, der, client, intended_at, issued_at)
                                    values (:profile, :issuer, :serial, :name, :subject, :key,
                                            :from, :until, :tbs, :der, :client, :now, :now)
                                    returning id
                                ), queued as (
                                    insert into log_queue (certificate) select id from kept
                                )
                                select id from kept
                                """)
                        .param("profile", profile.id())
                        .param("issuer", issuer)
                        .param("serial", hex(fields.serial()))
                        .param("name", fields.commonName().orElse(""))
                        .param("subject", fields.subject())
                        .param("key", keyHash(fields.key()))
                        .param("from", utc(fields.notBefore()))
                        .param("until", utc(fields.notAfter()))
                        .param("tbs", certificate.tbs().toArray())
                        .param("der", certificate.der().toArray())
                        .param("client", Authorities.OWN)
                        .param("now", utc(now))
                        .query(Long.class)
                        .single();
        return byId(id).orElseThrow();
    }

    /** Issued certificates, newest first; of one client, or of all. */
    List<Row> list(Optional<String> client, int limit) {
        return jdbc.sql(
                        """
                        select * from certificate where der is not null and (:client::text is null or client = :client)
                        order by id desc limit :limit
                        """)
                .param("client", client.orElse(null))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** What the CA says of a serial number of its own, committed revocations included. */
    OcspStatus status(String issuer, BigInteger serial) {
        return jdbc.sql(
                        """
                        select revoked_at, revocation_reason from certificate
                        where issuer = :issuer and serial = :serial and issued_at is not null
                        """)
                .param("issuer", issuer)
                .param("serial", hex(serial))
                .query((row, number) -> revocation(row))
                .optional()
                .map(CertificateTable::status)
                .orElseGet(OcspStatus.Unknown::new);
    }

    /** The same of many certificates; those that are not known are left out. */
    Map<StatusCache.Key, OcspStatus> statuses(Collection<StatusCache.Key> keys) {
        String sql =
                """
                select c.issuer, c.serial, revoked_at, revocation_reason
                from unnest(?::text[], ?::text[]) as asked (issuer, serial)
                join certificate c on c.issuer = asked.issuer and c.serial = asked.serial
                where issued_at is not null
                """;
        Map<StatusCache.Key, OcspStatus> found = new HashMap<>();
        template.query(
                connection -> {
                    ArrayColumns<StatusCache.Key> columns =
                            new ArrayColumns<>(connection, sql, List.copyOf(keys));
                    columns.add("text", StatusCache.Key::issuer);
                    columns.add("text", key -> hex(key.serial()));
                    return columns.statement();
                },
                (ResultSet row) -> {
                    found.put(key(row), status(revocation(row)));
                });
        return found;
    }

    /** The CAs, and the newest 5000 of all others that are in their time. */
    List<StatusCache.Key> live(Instant now) {
        return jdbc.sql(
                        """
                        select c.issuer, c.serial from authority a join certificate c on c.id = a.certificate
                        union all
                        (select issuer, serial from certificate
                         where issued_at is not null and not_after > :now and client <> :own
                         order by id desc limit 5000)
                        """)
                .param("now", utc(now))
                .param("own", Authorities.OWN)
                .query((row, number) -> key(row))
                .list();
    }

    private static StatusCache.Key key(ResultSet row) throws SQLException {
        return new StatusCache.Key(
                row.getString("issuer"), new BigInteger(row.getString("serial"), 16));
    }

    private static OcspStatus status(Optional<Revocation> revocation) {
        return revocation
                .<OcspStatus>map(found -> new OcspStatus.Revoked(found.since(), found.reason()))
                .orElseGet(OcspStatus.Good::new);
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                Profiles.byId(row.getString("profile")).orElseThrow(),
                row.getString("issuer"),
                Certificate.parse(Bytes.owning(row.getBytes("der"))),
                row.getString("client"),
                revocation(row));
    }

    static Optional<Revocation> revocation(ResultSet row) throws SQLException {
        @Nullable Timestamp since = row.getTimestamp("revoked_at");
        return since == null
                ? Optional.empty()
                : Optional.of(
                        new Revocation(
                                since.toInstant(),
                                RevocationReason.of(row.getString("revocation_reason"))
                                        .orElseThrow()));
    }

    static byte[] keyHash(VerificationKey key) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(key.spki().toArray());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(BigInteger serial) {
        return serial.toString(16);
    }

    static java.time.OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
