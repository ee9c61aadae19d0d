package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts and finds certificates for whoever runs the CA. */
final class Overview {

    /** In which a row is: the first that fits. */
    private static final String STATE =
            """
            case when issued_at is null then 'cut-short'
                 when revocation_reason = 'certificateHold' then 'on-hold'
                 when revoked_at is not null then 'revoked'
                 when not_after <= :now then 'expired'
                 else 'good' end\
            """;

    private final JdbcClient jdbc;

    Overview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many certificates of a profile are in a state. */
    record Count(String profile, String state, long count) {}

    /** How many good certificates of a profile end within so many days, the earlier included. */
    record Forecast(String profile, long in30Days, long in60Days, long in90Days) {}

    /** One certificate, without its octets; an erased one has no name. */
    record Found(
            String profile,
            String issuer,
            String serial,
            String commonName,
            String subject,
            String client,
            Instant notBefore,
            Instant notAfter,
            String state,
            @Nullable String revocationReason,
            @Nullable Instant revokedAt) {}

    /**
     * What to look for; all that is given must fit.
     *
     * @param text beginning of a name without separators (eMAID, PCID, EVSE id, server), or of a
     *     serial number in hex
     * @param expiringIn good certificates that end within this time
     */
    record Wanted(
            Optional<String> client,
            Optional<String> text,
            Optional<String> profile,
            Optional<String> state,
            Optional<Duration> expiringIn) {}

    List<Count> counts(Optional<String> client, Instant now) {
        return jdbc.sql(
                        """
                        select profile, %s as state, count(*) as number from certificate
                        where (:client::text is null or client = :client)
                        group by 1, 2 order by 1, 2
                        """
                                .formatted(STATE))
                .param("client", client.orElse(null))
                .param("now", CertificateTable.utc(now))
                .query((row, number) ->
                        new Count(
                                row.getString("profile"),
                                row.getString("state"),
                                row.getLong("number")))
                .list();
    }

    List<Forecast> forecast(Optional<String> client, Instant now) {
        return jdbc.sql(
                        """
                        select profile,
                               count(*) filter (where not_after <= :in30) as in30,
                               count(*) filter (where not_after <= :in60) as in60,
                               count(*) as in90
                        from certificate
                        where issued_at is not null and revoked_at is null
                          and not_after > :now and not_after <= :in90
                          and (:client::text is null or client = :client)
                        group by profile order by profile
                        """)
                .param("client", client.orElse(null))
                .param("now", CertificateTable.utc(now))
                .param("in30", CertificateTable.utc(now.plus(Duration.ofDays(30))))
                .param("in60", CertificateTable.utc(now.plus(Duration.ofDays(60))))
                .param("in90", CertificateTable.utc(now.plus(Duration.ofDays(90))))
                .query((row, number) ->
                        new Forecast(
                                row.getString("profile"),
                                row.getLong("in30"),
                                row.getLong("in60"),
                                row.getLong("in90")))
                .list();
    }

    /** Newest first; those that end soon, soonest first. */
    List<Found> find(Wanted wanted, Instant now, int limit) {
        String bare =
                wanted.text()
                        .map(text -> text.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT))
                        .orElse("");
        return jdbc.sql(
                        """
                        select *, %s as state from certificate
                        where (:client::text is null or client = :client)
                          and (:profile::text is null or profile = :profile)
                          and (:state::text is null or %s = :state)
                          and (:until::timestamptz is null or issued_at is not null and revoked_at is null
                               and not_after > :now and not_after <= :until)
                          and (:bare = '' or regexp_replace(upper(common_name), '[^0-9A-Z]', '', 'g') like :bare || '%%'
                               or serial like lower(:bare) || '%%')
                        order by case when :until::timestamptz is null then null else not_after end, id desc
                        limit :limit
                        """
                                .formatted(STATE, STATE))
                .param("client", wanted.client().orElse(null))
                .param("profile", wanted.profile().orElse(null))
                .param("state", wanted.state().orElse(null))
                .param(
                        "until",
                        wanted.expiringIn()
                                .map(time -> CertificateTable.utc(now.plus(time)))
                                .orElse(null))
                .param("now", CertificateTable.utc(now))
                .param("bare", bare)
                .param("limit", limit)
                .query((row, number) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("profile"),
                row.getString("issuer"),
                row.getString("serial"),
                row.getString("common_name"),
                row.getString("subject"),
                row.getString("client"),
                row.getTimestamp("not_before").toInstant(),
                row.getTimestamp("not_after").toInstant(),
                row.getString("state"),
                row.getString("revocation_reason"),
                CertificateTable.revocation(row)
                        .map(CertificateTable.Revocation::since)
                        .orElse(null));
    }
}
