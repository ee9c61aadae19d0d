package org.plugcharge.csms.store;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Emaid;
import org.plugcharge.csms.rating.TransactionKey;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where contracts are in use. A contract that is used in two places at once is told of: a vehicle
 * is in one place, so somebody may relay its messages or have its key. Whether the second use is
 * refused is the token's status: {@code ConcurrentTx} means one at a time.
 */
@Component
public class ContractUse {

    private static final Logger LOG = LoggerFactory.getLogger(ContractUse.class);

    /** A station that charges says so more often; one that was lost does not lock a contract. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final JdbcClient database;

    ContractUse(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes in what an event says of a contract, in the database transaction of the event; tells,
     * once for each transaction, of a use at the same time elsewhere.
     */
    void note(TransactionKey key, TransactionEventRequest event, boolean ended, Instant now) {
        boolean known = goneOn(key, event.timestamp(), ended) > 0;
        Optional<String> emaid = Optional.ofNullable(event.idToken()).flatMap(ContractUse::emaid);
        if (known || emaid.isEmpty()) {
            return;
        }
        lock(emaid.get());
        begun(key, emaid.get(), event.timestamp(), ended);
        if (!ended) {
            other(key.tenant(), emaid.get(), key.station(), key.transactionId(), event.timestamp())
                    .ifPresent(other -> tell(key, emaid.get(), other, now));
        }
    }

    /** Whether the contract charges now at another station. */
    public boolean elsewhere(String tenant, String station, IdToken token, Instant now) {
        return emaid(token).flatMap(emaid -> other(tenant, emaid, station, null, now)).isPresent();
    }

    private static Optional<String> emaid(IdToken token) {
        return token.type() == IdTokenType.EMAID ? Tokens.canonical(token) : Optional.empty();
    }

    /** Two first events of one contract at the same moment: the later sees the earlier. */
    private void lock(String emaid) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtext(:emaid))) as locked")
                .param("emaid", emaid)
                .query(Integer.class)
                .single();
    }

    private int goneOn(TransactionKey key, Instant at, boolean ended) {
        return database.sql(
                        """
                        update contract_use set at = greatest(at, :at), ended = ended or :ended
                        where tenant = :tenant and station = :station and transaction_id = :transaction
                        """)
                .param("tenant", key.tenant())
                .param("station", key.station())
                .param("transaction", key.transactionId())
                .param("at", Stations.sql(at))
                .param("ended", ended)
                .update();
    }

    private void begun(TransactionKey key, String emaid, Instant at, boolean ended) {
        database.sql(
                        """
                        insert into contract_use (tenant, emaid, station, transaction_id, at, ended)
                        values (:tenant, :emaid, :station, :transaction, :at, :ended)
                        """)
                .param("tenant", key.tenant())
                .param("emaid", emaid)
                .param("station", key.station())
                .param("transaction", key.transactionId())
                .param("at", Stations.sql(at))
                .param("ended", ended)
                .update();
    }

    /**
     * The station of another use that is not over: of another transaction, or without {@code
     * transaction} of another station.
     */
    private Optional<String> other(
            String tenant, String emaid, String station, @Nullable String transaction, Instant at) {
        return database.sql(
                        """
                        select station from contract_use
                        where tenant = :tenant and emaid = :emaid and not ended
                          and (station <> :station or transaction_id <> coalesce(:transaction, transaction_id))
                          and at between :from and :until
                        order by at desc limit 1
                        """)
                .param("tenant", tenant)
                .param("emaid", emaid)
                .param("station", station)
                .param("transaction", transaction)
                .param("from", Stations.sql(at.minus(FRESH)))
                .param("until", Stations.sql(at.plus(FRESH)))
                .query(String.class)
                .optional();
    }

    private void tell(TransactionKey key, String emaid, String other, Instant now) {
        String masked = Emaid.parse(emaid).masked();
        LOG.warn(
                "station={} security-event=ContractUsedTwice contract={} also-at={}",
                key.station(),
                masked,
                other);
        database.sql(
                        """
                        insert into security_event (tenant, station, type, at, tech_info, received_at)
                        values (:tenant, :station, 'ContractUsedTwice', :now, :info, :now)
                        """)
                .param("tenant", key.tenant())
                .param("station", key.station())
                .param("info", masked + " also at " + other)
                .param("now", Stations.sql(now))
                .update();
    }
}
