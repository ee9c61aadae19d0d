package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateFields;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.ToBeSigned;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Every certificate that was meant to be issued, and what became of it. Each statement commits by
 * itself.
 */
final class CertificateTable {

    private final JdbcClient jdbc;

    CertificateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An issued certificate as it stands in the table. */
    record Row(
            long id,
            Iso2Profile profile,
            Certificate certificate,
            String client,
            Optional<Revocation> revocation) {}

    /** That and why a certificate was revoked. */
    record Revocation(Instant since, RevocationReason reason) {}

    /** Writes down that {@code prepared} is about to be signed; returns the row's id. */
    long intend(
            Iso2Profile profile,
            Iso2Profile issuer,
            ToBeSigned prepared,
            String client,
            Instant now) {
        CertificateFields fields = prepared.fields();
        return jdbc.sql(
                        """
                        insert into certificate (profile, issuer, serial, common_name, subject, key_sha256,
                                                 not_before, not_after, tbs, client, intended_at)
                        values (:profile, :issuer, :serial, :name, :subject, :key, :from, :until, :tbs, :client, :now)
                        returning id
                        """)
                .param("profile", profile.id())
                .param("issuer", issuer.id())
                .param("serial", hex(fields.serial()))
                .param("name", fields.commonName().orElse(""))
                .param("subject", fields.subject())
                .param("key", keyHash(fields.key()))
                .param("from", utc(fields.notBefore()))
                .param("until", utc(fields.notAfter()))
                .param("tbs", prepared.tbs().toArray())
                .param("client", client)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    /** Adds the signed certificate to its row. */
    void issued(long id, Certificate certificate, Instant now) {
        int rows =
                jdbc.sql(
                                "update certificate set der = :der, issued_at = :now where id = :id"
                                        + " and der is null")
                        .param("der", certificate.der().toArray())
                        .param("now", utc(now))
                        .param("id", id)
                        .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "certificate row " + id + " was completed by somebody else");
        }
    }

    Optional<Row> byId(long id) {
        return jdbc.sql("select * from certificate where id = :id and der is not null")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<Row> bySerial(Iso2Profile issuer, BigInteger serial) {
        return jdbc.sql(
                        "select * from certificate where issuer = :issuer and serial = :serial and"
                                + " der is not null")
                .param("issuer", issuer.id())
                .param("serial", hex(serial))
                .query((row, number) -> row(row))
                .optional();
    }

    /**
     * The newest certificate for the same profile, name, key and client that is still good for half
     * its life.
     */
    Optional<Row> equivalent(
            Iso2Profile profile,
            String commonName,
            VerificationKey key,
            String client,
            Instant now) {
        return jdbc.sql(
                        """
                        select * from certificate
                        where profile = :profile and common_name = :name and key_sha256 = :key and client = :client
                          and der is not null and revoked_at is null
                          and not_before + (not_after - not_before) / 2 > :now
                        order by id desc limit 1
                        """)
                .param("profile", profile.id())
                .param("name", commonName)
                .param("key", keyHash(key))
                .param("client", client)
                .param("now", utc(now))
                .query((row, number) -> row(row))
                .optional();
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
    OcspStatus status(Iso2Profile issuer, BigInteger serial) {
        return jdbc.sql(
                        """
                        select revoked_at, revocation_reason from certificate
                        where issuer = :issuer and serial = :serial and der is not null
                        """)
                .param("issuer", issuer.id())
                .param("serial", hex(serial))
                .query((row, number) -> revocation(row))
                .optional()
                .map(found ->
                        found.<OcspStatus>map(revocation ->
                                        new OcspStatus.Revoked(
                                                revocation.since(), revocation.reason()))
                                .orElseGet(OcspStatus.Good::new))
                .orElseGet(OcspStatus.Unknown::new);
    }

    /**
     * Revokes; a certificate on hold may be revoked for good, otherwise the first revocation
     * stands.
     */
    void revoke(long id, RevocationReason reason, Instant now) {
        jdbc.sql(
                        """
                        update certificate set revoked_at = coalesce(revoked_at, :now), revocation_reason = :reason
                        where id = :id and (revoked_at is null or revocation_reason = 'certificateHold')
                        """)
                .param("now", utc(now))
                .param("reason", reason.text())
                .param("id", id)
                .update();
    }

    /** Takes a hold back; false if the certificate is not on hold. */
    boolean resume(long id) {
        return jdbc.sql(
                                """
                                update certificate set revoked_at = null, revocation_reason = null
                                where id = :id and revocation_reason = 'certificateHold'
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                Iso2Profile.byId(row.getString("profile")).orElseThrow(),
                Certificate.parse(Bytes.owning(row.getBytes("der"))),
                row.getString("client"),
                revocation(row));
    }

    private static Optional<Revocation> revocation(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("revoked_at");
        return since == null
                ? Optional.empty()
                : Optional.of(
                        new Revocation(
                                since.toInstant(),
                                RevocationReason.of(row.getString("revocation_reason"))
                                        .orElseThrow()));
    }

    private static byte[] keyHash(VerificationKey key) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(key.spki().toArray());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(BigInteger serial) {
        return serial.toString(16);
    }

    private static java.time.OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
