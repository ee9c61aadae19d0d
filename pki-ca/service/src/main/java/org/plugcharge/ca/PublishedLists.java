package org.plugcharge.ca;

import org.plugcharge.certs.Issuer;
import org.plugcharge.certs.RevocationLists;
import org.plugcharge.certs.RevocationLists.Entry;
import org.plugcharge.certs.RevocationLists.Issue;
import org.plugcharge.exi.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

/**
 * Revocation lists, one full and one delta a CA, made when they are asked for and kept in the
 * table, so that all instances publish the same. Numbers rise with every list of a CA.
 *
 * <p>A full list is made anew when half its time is over, or when something changed and it is a
 * minute old; a delta whenever something changed. A delta builds on the oldest full list that is
 * still in force, so it serves everybody who has any of them.
 */
final class PublishedLists {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedLists.class);
    private static final Duration FULL_VALIDITY = Duration.ofDays(1);
    private static final Duration DELTA_VALIDITY = Duration.ofHours(1);
    private static final Duration FULL_PAUSE = Duration.ofMinutes(1);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Function<String, Optional<Issuer>> issuers;
    private final UnaryOperator<String> deltaUrls;

    /**
     * A list as it was published.
     *
     * @param base of a delta: the number of the full list it builds on
     * @param upTo the number of the last status change it knows
     */
    record Published(
            BigInteger number,
            Optional<BigInteger> base,
            long upTo,
            Instant thisUpdate,
            Instant nextUpdate,
            Bytes der) {

        boolean isDelta() {
            return base.isPresent();
        }

        boolean isHalfOver(Instant now) {
            Duration half = Duration.between(thisUpdate, nextUpdate).dividedBy(2);
            return now.isAfter(thisUpdate.plus(half));
        }
    }

    PublishedLists(
            DataSource database,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Function<String, Optional<Issuer>> issuers,
            UnaryOperator<String> deltaUrls) {
        this.database = database;
        this.jdbc = jdbc;
        this.issuers = issuers;
        this.deltaUrls = deltaUrls;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The full list in force; nothing for what is no CA here. */
    Optional<Published> full(String issuer, Instant now) {
        return issuers.apply(issuer)
                .map(ca ->
                        fullInForce(issuer, now)
                                .orElseGet(() ->
                                        DatabaseLock.REVOCATION_LIST.with(
                                                database, () -> fullOnce(issuer, ca, now))));
    }

    /** The delta in force. */
    Optional<Published> delta(String issuer, Instant now) {
        return issuers.apply(issuer)
                .map(ca ->
                        deltaInForce(issuer, now)
                                .orElseGet(() ->
                                        DatabaseLock.REVOCATION_LIST.with(
                                                database, () -> deltaOnce(issuer, ca, now))));
    }

    private Published fullOnce(String issuer, Issuer ca, Instant now) {
        return fullInForce(issuer, now)
                .orElseGet(() ->
                        Objects.requireNonNull(
                                snapshot.execute(status -> makeFull(issuer, ca, now))));
    }

    private Published deltaOnce(String issuer, Issuer ca, Instant now) {
        if (newest(issuer, false).filter(full -> now.isBefore(full.nextUpdate())).isEmpty()) {
            fullOnce(issuer, ca, now);
        }
        return deltaInForce(issuer, now)
                .orElseGet(() ->
                        Objects.requireNonNull(
                                snapshot.execute(status -> makeDelta(issuer, ca, now))));
    }

    private Optional<Published> fullInForce(String issuer, Instant now) {
        return newest(issuer, false)
                .filter(list -> !list.isHalfOver(now))
                .filter(list ->
                        now.isBefore(list.thisUpdate().plus(FULL_PAUSE))
                                || list.upTo() == lastChange(issuer));
    }

    private Optional<Published> deltaInForce(String issuer, Instant now) {
        BigInteger full =
                newest(issuer, false).map(Published::number).orElse(BigInteger.valueOf(-1));
        return newest(issuer, true)
                .filter(list -> !list.isHalfOver(now))
                .filter(list -> list.number().compareTo(full) > 0)
                .filter(list -> list.upTo() == lastChange(issuer));
    }

    private Published makeFull(String issuer, Issuer ca, Instant now) {
        List<Entry> entries =
                jdbc.sql(
                                """
                                select serial, revoked_at, revocation_reason, revoked_at as changed_at from certificate
                                where issuer = :issuer and revoked_at is not null and not_after > :expired
                                order by revoked_at, id
                                """)
                        .param("issuer", issuer)
                        .param(
                                "expired",
                                CertificateTable.utc(now.minus(FULL_VALIDITY.multipliedBy(2))))
                        .query((row, number) -> entry(row))
                        .list();
        return publish(issuer, ca, now, entries, Optional.empty());
    }

    /** What is no longer on hold is taken off the list. */
    private Published makeDelta(String issuer, Issuer ca, Instant now) {
        Published base = oldestFull(issuer, now);
        List<Entry> entries =
                jdbc.sql(
                                """
                                select c.serial, c.revoked_at, c.revocation_reason, max(s.changed_at) as changed_at
                                from status_change s join certificate c on c.id = s.certificate
                                where s.issuer = :issuer and s.number > :known
                                group by c.id order by c.id
                                """)
                        .param("issuer", issuer)
                        .param("known", base.upTo())
                        .query((row, number) -> entry(row))
                        .list();
        return publish(issuer, ca, now, entries, Optional.of(base.number()));
    }

    private Published publish(
            String issuer, Issuer ca, Instant now, List<Entry> entries, Optional<BigInteger> base) {
        BigInteger number = nextNumber(issuer);
        Instant thisUpdate = now.truncatedTo(ChronoUnit.SECONDS);
        Duration validity = base.isPresent() ? DELTA_VALIDITY : FULL_VALIDITY;
        Issue issue = new Issue(number, thisUpdate, thisUpdate.plus(validity));
        Bytes der =
                base.map(full -> RevocationLists.delta(entries, issue, full, ca))
                        .orElseGet(() ->
                                RevocationLists.full(entries, issue, deltaUrls.apply(issuer), ca));
        Published list =
                new Published(
                        number,
                        base,
                        lastChange(issuer),
                        issue.thisUpdate(),
                        issue.nextUpdate(),
                        der);
        keep(issuer, list, now);
        LOG.info(
                "revocation-list issuer={} number={} delta={} entries={}",
                issuer,
                number,
                list.isDelta(),
                entries.size());
        return list;
    }

    private void keep(String issuer, Published list, Instant now) {
        jdbc.sql("delete from revocation_list where issuer = :issuer and next_update < :now")
                .param("issuer", issuer)
                .param("now", CertificateTable.utc(now))
                .update();
        jdbc.sql(
                        """
                        insert into revocation_list (issuer, number, base, up_to, this_update, next_update, der)
                        values (:issuer, :number, :base, :upTo, :from, :until, :der)
                        """)
                .param("issuer", issuer)
                .param("number", list.number().longValueExact())
                .param("base", list.base().map(BigInteger::longValueExact).orElse(null))
                .param("upTo", list.upTo())
                .param("from", CertificateTable.utc(list.thisUpdate()))
                .param("until", CertificateTable.utc(list.nextUpdate()))
                .param("der", list.der().toArray())
                .update();
    }

    /** Also above the numbers of lists that are long over. */
    private BigInteger nextNumber(String issuer) {
        return BigInteger.valueOf(
                jdbc.sql(
                                """
                                insert into revocation_list_number as known (issuer, last) values (:issuer, 1)
                                on conflict (issuer) do update set last = known.last + 1 returning last
                                """)
                        .param("issuer", issuer)
                        .query(Long.class)
                        .single());
    }

    private long lastChange(String issuer) {
        return jdbc.sql("select coalesce(max(number), 0) from status_change where issuer = :issuer")
                .param("issuer", issuer)
                .query(Long.class)
                .single();
    }

    private Optional<Published> newest(String issuer, boolean delta) {
        return jdbc.sql(
                        """
                        select * from revocation_list where issuer = :issuer and (base is not null) = :delta
                        order by number desc limit 1
                        """)
                .param("issuer", issuer)
                .param("delta", delta)
                .query((row, number) -> published(row))
                .optional();
    }

    private Published oldestFull(String issuer, Instant now) {
        return jdbc.sql(
                        """
                        select * from revocation_list where issuer = :issuer and base is null and next_update > :now
                        order by number limit 1
                        """)
                .param("issuer", issuer)
                .param("now", CertificateTable.utc(now))
                .query((row, number) -> published(row))
                .single();
    }

    private static Published published(ResultSet row) throws SQLException {
        BigInteger base =
                Optional.ofNullable(row.getBigDecimal("base"))
                        .map(java.math.BigDecimal::toBigIntegerExact)
                        .orElse(BigInteger.valueOf(-1));
        return new Published(
                BigInteger.valueOf(row.getLong("number")),
                Optional.of(base).filter(number -> number.signum() >= 0),
                row.getLong("up_to"),
                row.getTimestamp("this_update").toInstant(),
                row.getTimestamp("next_update").toInstant(),
                Bytes.owning(row.getBytes("der")));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Optional<CertificateTable.Revocation> revocation = CertificateTable.revocation(row);
        return new Entry(
                new BigInteger(row.getString("serial"), 16),
                revocation
                        .map(CertificateTable.Revocation::since)
                        .orElse(row.getTimestamp("changed_at").toInstant()),
                revocation.map(CertificateTable.Revocation::reason));
    }
}
