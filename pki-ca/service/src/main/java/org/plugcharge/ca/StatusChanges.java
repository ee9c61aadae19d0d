package org.plugcharge.ca;

import org.plugcharge.certs.RevocationReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes the status of certificates, and tells in which order that happened: changes are numbered
 * without gaps in the order of their commits, so that a reader who knows the last number has missed
 * nothing.
 */
final class StatusChanges {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StatusChanges(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Which certificate's status changed. */
    record Change(long number, String issuer, BigInteger serial) {}

    /**
     * Revokes; a certificate on hold may be revoked for good, otherwise the first revocation
     * stands. False if nothing changed.
     */
    boolean revoke(long certificate, RevocationReason reason, Instant now) {
        return change(
                """
                update certificate set revoked_at = coalesce(revoked_at, :now), revocation_reason = :reason
                where id = :id
                  and (revoked_at is null or revocation_reason = 'certificateHold' and :reason <> 'certificateHold')
                """,
                certificate,
                Optional.of(reason.text()),
                now);
    }

    /** Takes a hold back; false if the certificate is not on hold. */
    boolean resume(long certificate, Instant now) {
        return change(
                """
                update certificate set revoked_at = null, revocation_reason = null
                where id = :id and revocation_reason = 'certificateHold'
                """,
                certificate,
                Optional.empty(),
                now);
    }

    private boolean change(String sql, long certificate, Optional<String> reason, Instant now) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    int rows =
                            jdbc.sql(sql)
                                    .param("now", CertificateTable.utc(now))
                                    .param("reason", reason.orElse(null))
                                    .param("id", certificate)
                                    .update();
                    return rows == 1 && record(certificate, reason, now);
                }));
    }

    /** Whoever has the counter's row has it until the commit: numbers are in commit order. */
    private boolean record(long certificate, Optional<String> reason, Instant now) {
        long number =
                jdbc.sql("update status_counter set last = last + 1 returning last")
                        .query(Long.class)
                        .single();
        return jdbc.sql(
                                """
                                insert into status_change (number, certificate, issuer, serial, changed_at, reason)
                                select :number, id, issuer, serial, :now, :reason from certificate where id = :id
                                """)
                        .param("number", number)
                        .param("now", CertificateTable.utc(now))
                        .param("reason", reason.orElse(null))
                        .param("id", certificate)
                        .update()
                == 1;
    }

    /** The number of the last change. */
    long last() {
        return jdbc.sql("select last from status_counter").query(Long.class).single();
    }

    /** The changes after number {@code seen}, in order. */
    List<Change> after(long seen, int limit) {
        return jdbc.sql(
                        """
                        select number, issuer, serial from status_change where number > :seen
                        order by number limit :limit
                        """)
                .param("seen", seen)
                .param("limit", limit)
                .query((row, number) ->
                        new Change(
                                row.getLong("number"),
                                row.getString("issuer"),
                                new BigInteger(row.getString("serial"), 16)))
                .list();
    }
}
