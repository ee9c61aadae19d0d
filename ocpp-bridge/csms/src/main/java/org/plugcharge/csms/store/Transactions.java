package org.plugcharge.csms.store;

import org.plugcharge.csms.rating.Account;
import org.plugcharge.csms.rating.Cdr;
import org.plugcharge.csms.rating.EventHash;
import org.plugcharge.csms.rating.Ledger;
import org.plugcharge.csms.rating.Plausibility;
import org.plugcharge.csms.rating.Rater;
import org.plugcharge.csms.rating.TransactionKey;
import org.plugcharge.ocpp.json.PayloadText;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The append-only log of transaction events, and what follows from it: the account, at most one
 * CDR, its row in the outbox, all in one database transaction with the event that completed them.
 */
@Component
public class Transactions {

    /** An honest transaction has an event every few seconds for a day at most. */
    private static final int MAX_EVENTS = 50_000;

    private final JdbcClient database;
    private final TransactionTemplate atomically;
    private final Tariffs tariffs;
    private final ContractUse uses;
    private final Plausibility plausibility;
    private final JsonMapper json;
    private final Clock clock;

    Transactions(
            JdbcClient database,
            PlatformTransactionManager manager,
            Tariffs tariffs,
            ContractUse uses,
            Plausibility plausibility,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.atomically = new TransactionTemplate(manager);
        this.tariffs = tariffs;
        this.uses = uses;
        this.plausibility = plausibility;
        this.json = json;
        this.clock = clock;
    }

    /** What became of an event. */
    public record Outcome(Account account, Optional<CdrView> cdr) {}

    /** A transaction as a page or a person wants to see it. */
    public record View(
            String tenant,
            String station,
            String transactionId,
            String state,
            String detail,
            int events,
            Instant updatedAt) {}

    /**
     * Takes an event in; the same event again changes nothing, another under the same number holds
     * the account. It is on disk when this returns. {@link IllegalStateException} if the
     * transaction has more events than any honest one.
     */
    public Outcome take(TransactionKey key, TransactionEventRequest event) {
        Outcome outcome = atomically.execute(_ -> takeIn(key, event));
        if (outcome == null) {
            throw new IllegalStateException("the database gave no outcome");
        }
        return outcome;
    }

    private Outcome takeIn(TransactionKey key, TransactionEventRequest event) {
        Instant now = clock.instant();
        lock(key, now);
        boolean fresh = append(key, event, now);
        boolean ended = hasEnded(key);
        uses.note(key, event, ended, now);
        if (!ended) {
            return new Outcome(new Account.Open(), Optional.empty());
        }
        Account account = Ledger.add(key, events(key), plausibility);
        if (fresh) {
            note(key, account, now);
        }
        if (account instanceof Account.Closed closed && cdr(key).isEmpty()) {
            bill(key, Rater.rate(closed.delivery(), tariffs.of(closed.delivery())), now);
        }
        return new Outcome(account, cdr(key));
    }

    /**
     * Makes the account's row and holds it until the database transaction ends: one event of a
     * transaction at a time.
     */
    private void lock(TransactionKey key, Instant now) {
        named(
                        """
                        insert into transaction_account (tenant, station, transaction_id, state, detail, updated_at)
                        values (:tenant, :station, :transaction, 'OPEN', '', :now)
                        on conflict (tenant, station, transaction_id) do update set updated_at = transaction_account.updated_at
                        """,
                        key)
                .param("now", Stations.sql(now))
                .update();
    }

    private boolean append(TransactionKey key, TransactionEventRequest event, Instant now) {
        if (count(key) >= MAX_EVENTS) {
            throw new IllegalStateException(
                    "more than " + MAX_EVENTS + " events in transaction " + key);
        }
        return named(
                                """
                                insert into transaction_event
                                    (tenant, station, transaction_id, seq_no, hash, type, payload, received_at)
                                values (:tenant, :station, :transaction, :seq, :hash, :type, :payload, :now)
                                on conflict do nothing
                                """,
                                key)
                        .param("seq", event.seqNo())
                        .param("hash", EventHash.of(event).toArray())
                        .param("type", event.eventType().wire())
                        .param("payload", PayloadText.write(event))
                        .param("now", Stations.sql(now))
                        .update()
                > 0;
    }

    private boolean hasEnded(TransactionKey key) {
        return named(
                                """
                                select count(*) from transaction_event
                                where tenant = :tenant and station = :station and transaction_id = :transaction
                                  and type = :ended
                                """,
                                key)
                        .param("ended", TransactionEventType.ENDED.wire())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int count(TransactionKey key) {
        return named(
                        """
                        select count(*) from transaction_event
                        where tenant = :tenant and station = :station and transaction_id = :transaction
                        """,
                        key)
                .query(Integer.class)
                .single();
    }

    private List<TransactionEventRequest> events(TransactionKey key) {
        return named(
                        """
                        select payload from transaction_event
                        where tenant = :tenant and station = :station and transaction_id = :transaction
                        """,
                        key)
                .query((row, _) ->
                        PayloadText.read(row.getString(1), TransactionEventRequest.class))
                .list();
    }

    private void note(TransactionKey key, Account account, Instant now) {
        String state = account.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        String detail =
                switch (account) {
                    case Account.Open _, Account.Closed _ -> "";
                    case Account.Incomplete incomplete -> "missing seqNo " + incomplete.missing();
                    case Account.Held held -> String.join("; ", held.reasons());
                };
        named(
                        """
                        update transaction_account set state = :state, detail = :detail, updated_at = :now
                        where tenant = :tenant and station = :station and transaction_id = :transaction
                        """,
                        key)
                .param("state", state)
                .param("detail", detail)
                .param("now", Stations.sql(now))
                .update();
    }

    private void bill(TransactionKey key, Cdr cdr, Instant now) {
        String body = json.writeValueAsString(CdrView.of(cdr));
        named(
                        """
                        insert into cdr (id, tenant, station, transaction_id, body, created_at)
                        values (:id, :tenant, :station, :transaction, cast(:body as jsonb), :now)
                        """,
                        key)
                .param("id", cdr.id())
                .param("body", body)
                .param("now", Stations.sql(now))
                .update();
        database.sql(
                        """
                        insert into outbox (kind, subject, body, created_at)
                        values ('cdr', :subject, cast(:body as jsonb), :now)
                        """)
                .param("subject", cdr.id())
                .param("body", body)
                .param("now", Stations.sql(now))
                .update();
    }

    /** Whether a transaction has ended, but with events missing. */
    public boolean isIncomplete(TransactionKey key) {
        return named(
                                """
                                select count(*) from transaction_account
                                where tenant = :tenant and station = :station and transaction_id = :transaction
                                  and state = 'INCOMPLETE'
                                """,
                                key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Notes that the missing events of an incomplete transaction are lost; one that comes after all
     * still counts.
     */
    public void giveUp(TransactionKey key) {
        named(
                        """
                        update transaction_account set detail = detail || '; the station has no more', updated_at = :now
                        where tenant = :tenant and station = :station and transaction_id = :transaction
                          and state = 'INCOMPLETE' and detail not like '%the station has no more'
                        """,
                        key)
                .param("now", Stations.sql(clock.instant()))
                .update();
    }

    /** The CDR of a transaction, if it has one. */
    public Optional<CdrView> cdr(TransactionKey key) {
        return named(
                        """
                        select body from cdr
                        where tenant = :tenant and station = :station and transaction_id = :transaction
                        """,
                        key)
                .query((row, _) -> json.readValue(row.getString(1), CdrView.class))
                .optional();
    }

    /** The newest CDRs, newest first. */
    public List<CdrView> cdrs(int limit) {
        return database.sql("select body from cdr order by created_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, _) -> json.readValue(row.getString(1), CdrView.class))
                .list();
    }

    /** The transactions heard of last, latest first. */
    public List<View> views(int limit) {
        return database.sql(
                        """
                        select a.tenant, a.station, a.transaction_id, a.state, a.detail, a.updated_at,
                               (select count(*) from transaction_event e where e.tenant = a.tenant
                                and e.station = a.station and e.transaction_id = a.transaction_id)
                        from transaction_account a order by a.updated_at desc, a.transaction_id limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) ->
                        new View(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(7),
                                row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Energy of all CDRs, in Wh. */
    public BigDecimal billedWattHours() {
        return database.sql("select coalesce(sum((body ->> 'energyWh')::numeric), 0) from cdr")
                .query(BigDecimal.class)
                .single();
    }

    private JdbcClient.StatementSpec named(String sql, TransactionKey key) {
        return database.sql(sql)
                .param("tenant", key.tenant())
                .param("station", key.station())
                .param("transaction", key.transactionId());
    }
}
