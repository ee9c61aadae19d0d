package org.plugcharge.ca;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.Objects;

/** Takes the identity out of a row and of its entry in the log, both or neither. */
final class Erasure {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CertificateLog log;

    /** What became of it. */
    enum Outcome {
        ERASED,
        /** Somebody may still use the certificate. */
        IN_FORCE,
        /** Its entry is still to be made, from its octets. */
        NOT_LOGGED
    }

    Erasure(JdbcClient jdbc, TransactionTemplate transaction, CertificateLog log) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
    }

    Outcome erase(long certificate, Instant now) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    Outcome outcome =
                            !eraseRow(certificate, now)
                                    ? Outcome.IN_FORCE
                                    : log.forget(certificate) ? Outcome.ERASED : Outcome.NOT_LOGGED;
                    if (outcome != Outcome.ERASED) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
    }

    private boolean eraseRow(long certificate, Instant now) {
        return jdbc.sql(
                                """
                                update certificate
                                set common_name = '', subject = '', key_sha256 = '', tbs = '', der = null, claim = null,
                                    erased_at = :now
                                where id = :id and der is not null
                                  and (not_after < :now or revoked_at is not null and revocation_reason <> 'certificateHold')
                                """)
                        .param("id", certificate)
                        .param("now", CertificateTable.utc(now))
                        .update()
                == 1;
    }
}
