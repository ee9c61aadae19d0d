package org.plugcharge.pool.store;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.provisioning.ContractOrder;
import org.plugcharge.pool.provisioning.IssuedContract;
import org.plugcharge.pool.provisioning.PooledBundle;
import org.plugcharge.pool.provisioning.PooledContract;
import org.plugcharge.pool.provisioning.Prolongation;
import org.plugcharge.pool.provisioning.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pool's facts in PostgreSQL. Every public method is one transaction; each can be repeated
 * without harm.
 */
public class PoolStore {

    /** How long whoever signs a contract has before another may take it over. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final long OUTBOX_LOCK = 0x706f6f6c_6f757462L;

    private static final int EVENTS_AT_ONCE = 500;

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    /** Works through this client, in these transactions. */
    public PoolStore(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Adds a root to the root pool, if it is not there. */
    public void addRoot(RootKind kind, Certificate root, Instant now) {
        sql.sql(
                        """
                        insert into root (kind, fingerprint, certificate, added_at) values (?, ?, ?, ?)
                        on conflict do nothing\
                        """)
                .params(
                        kind.name(),
                        root.fingerprint().toArray(),
                        root.der().toArray(),
                        Timestamp.from(now))
                .update();
    }

    /** All roots, each for what it may be trusted for. */
    public TrustAnchors anchors() {
        return TrustAnchors.none()
                .withV2gRoots(roots(RootKind.V2G))
                .withMoRoots(roots(RootKind.MO))
                .withOemRoots(roots(RootKind.OEM));
    }

    private Certificate[] roots(RootKind kind) {
        return sql.sql("select certificate from root where kind = ? order by added_at, fingerprint")
                .param(kind.name())
                .query((row, _) -> Certificate.parse(Bytes.owning(row.getBytes(1))))
                .list()
                .toArray(Certificate[]::new);
    }

    /**
     * Registers a vehicle, or gives it another certificate: then what was made for the old one
     * goes, its contracts lapse, and their eMSPs are told. True if the PCID is new.
     */
    public boolean putVehicle(Vehicle vehicle, Instant now) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    byte[] fingerprint = vehicle.certificate().fingerprint().toArray();
                    String pcid = vehicle.pcid().text();
                    int inserted =
                            sql.sql(
                                            """
                                            insert into vehicle (pcid, chain, fingerprint, valid_until, registered_at) values (?, ?, ?, ?, ?)
                                            on conflict do nothing\
                                            """)
                                    .params(
                                            pcid,
                                            vehicle.chain().pem(),
                                            fingerprint,
                                            Timestamp.from(vehicle.validUntil()),
                                            Timestamp.from(now))
                                    .update();
                    if (inserted == 0) {
                        replace(vehicle, pcid, fingerprint, now);
                    }
                    return inserted == 1;
                }));
    }

    private void replace(Vehicle vehicle, String pcid, byte[] fingerprint, Instant now) {
        int rekeyed =
                sql.sql(
                                """
                                update vehicle set chain = ?, fingerprint = ?, valid_until = ?, registered_at = ?
                                where pcid = ? and fingerprint <> ?\
                                """)
                        .params(
                                vehicle.chain().pem(),
                                fingerprint,
                                Timestamp.from(vehicle.validUntil()),
                                Timestamp.from(now),
                                pcid,
                                fingerprint)
                        .update();
        if (rekeyed == 1) {
            oneWriterAtATime();
            sql.sql("delete from bundle where pcid = ?").param(pcid).update();
            sql.sql(
                            """
                            with lapsed as (
                                update contract set state = 'LAPSED', attempt = attempt + 1, claimed_until = null
                                where pcid = ? and state in ('ORDERED', 'READY') returning emaid, pcid)
                            insert into outbox (provider, kind, emaid, pcid, happened_at)
                            select left(emaid, 5), 'CONTRACT_LAPSED', emaid, pcid, ? from lapsed order by emaid\
                            """)
                    .params(pcid, Timestamp.from(now))
                    .update();
        }
    }

    /** The vehicle of that PCID. */
    public Optional<Vehicle> vehicle(Pcid pcid) {
        return sql.sql("select chain, valid_until from vehicle where pcid = ?")
                .param(pcid.text())
                .query((row, _) ->
                        new Vehicle(
                                pcid,
                                CertificateChain.ofPem(row.getString("chain")),
                                row.getTimestamp("valid_until").toInstant()))
                .optional();
    }

    /** The contract of that natural key. */
    public Optional<PooledContract> contract(Emaid emaid, Pcid pcid) {
        return contracts("where c.emaid = ? and c.pcid = ?", emaid.account(), pcid.text()).stream()
                .findFirst();
    }

    /** Every contract of that eMAID, oldest first. */
    public List<PooledContract> contracts(Emaid emaid) {
        return contracts("where c.emaid = ?", emaid.account());
    }

    /** Every contract for that vehicle, oldest first. */
    public List<PooledContract> contracts(Pcid pcid) {
        return contracts("where c.pcid = ?", pcid.text());
    }

    /** Whether anybody ever ordered that eMAID. */
    public boolean isTaken(Emaid emaid) {
        return !contracts(emaid).isEmpty();
    }

    private List<PooledContract> contracts(String where, Object... parameters) {
        return sql.sql(
                        "select c.*, coalesce(c.renewed_until, c.ends) holds_until from contract c "
                                + where
                                + " order by c.ordered_at, c.emaid, c.pcid")
                .params(parameters)
                .query(this::contract)
                .list();
    }

    private PooledContract contract(ResultSet row, int number) throws SQLException {
        Emaid emaid = new Emaid(row.getString("emaid"));
        Pcid pcid = new Pcid(row.getString("pcid"));
        return new PooledContract(
                emaid,
                pcid,
                new Term(
                        row.getTimestamp("begins").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                PooledContract.State.valueOf(row.getString("state")),
                row.getTimestamp("ordered_at").toInstant(),
                row.getTimestamp("holds_until").toInstant(),
                Optional.ofNullable(row.getTimestamp("renew_until")).map(Timestamp::toInstant),
                bundles("bundle where emaid = ? and pcid = ?", emaid.account(), pcid.text()));
    }

    private List<PooledBundle> bundles(String from, Object... parameters) {
        return sql.sql("select v2g_root, root_serial, message from " + from + " order by v2g_root")
                .params(parameters)
                .query((row, _) ->
                        new PooledBundle(
                                Bytes.owning(row.getBytes("v2g_root")),
                                new BigInteger(row.getString("root_serial"), 16),
                                Bytes.owning(row.getBytes("message"))))
                .list();
    }

    /** A contract certificate of ours, and what became of it. */
    public Optional<IssuedContract> issued(Certificate certificate) {
        byte[] fingerprint = certificate.fingerprint().toArray();
        return sql.sql(
                        "select c.*, coalesce(c.renewed_until, c.ends) holds_until, i.revoked_at is"
                                + " not null revoked from contract_certificate i join contract c"
                                + " using (emaid, pcid) where i.fingerprint = ?")
                .param(fingerprint)
                .query((row, number) ->
                        new IssuedContract(
                                certificate,
                                contract(row, number),
                                row.getBoolean("revoked"),
                                bundles("renewed_bundle where replaced = ?", (Object) fingerprint)))
                .optional();
    }

    /** Writes down that this contract shall be made; nothing if it was written down before. */
    public void writeIntent(ContractOrder order, Instant now) {
        sql.sql(
                        """
                        insert into contract (emaid, pcid, begins, ends, state, ordered_at)
                        values (?, ?, ?, ?, 'ORDERED', ?) on conflict do nothing\
                        """)
                .params(
                        order.emaid().account(),
                        order.pcid().text(),
                        Timestamp.from(order.term().begins()),
                        Timestamp.from(order.term().ends()),
                        Timestamp.from(now))
                .update();
    }

    /**
     * Takes a contract to work on it; nothing while another does. The number is that of the
     * attempt.
     */
    public Optional<Integer> claim(ContractOrder order, Instant now) {
        return sql.sql(
                        """
                        update contract set attempt = attempt + 1, claimed_until = ?
                        where emaid = ? and pcid = ? and state in ('ORDERED', 'LAPSED')
                          and (claimed_until is null or claimed_until <= ?)
                        returning attempt\
                        """)
                .params(
                        Timestamp.from(now.plus(CLAIM)),
                        order.emaid().account(),
                        order.pcid().text(),
                        Timestamp.from(now))
                .query(Integer.class)
                .optional();
    }

    /** Gives a contract back after an attempt that came to nothing. */
    public void release(ContractOrder order, int attempt) {
        sql.sql(
                        "update contract set claimed_until = null where emaid = ? and pcid = ? and"
                                + " attempt = ?")
                .params(order.emaid().account(), order.pcid().text(), attempt)
                .update();
    }

    /** Writes down that the CA has issued a certificate, before anything else is done with it. */
    public void writeCertificate(
            Emaid emaid,
            Pcid pcid,
            Certificate certificate,
            Optional<Certificate> replaced,
            Instant now) {
        sql.sql(
                        """
                        insert into contract_certificate (fingerprint, emaid, pcid, certificate, replaces, issued_at)
                        values (:fingerprint, :emaid, :pcid, :certificate, :replaces, :now) on conflict do nothing\
                        """)
                .param("fingerprint", certificate.fingerprint().toArray())
                .param("emaid", emaid.account())
                .param("pcid", pcid.text())
                .param("certificate", certificate.der().toArray())
                .param(
                        "replaces",
                        replaced.map(old -> old.fingerprint().toArray()).orElse(null),
                        Types.BINARY)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The certificates issued for a contract that are not known to be revoked, oldest first. */
    public List<Certificate> certificates(Emaid emaid, Pcid pcid) {
        return sql.sql(
                        """
                        select certificate from contract_certificate
                        where emaid = ? and pcid = ? and revoked_at is null order by issued_at, fingerprint\
                        """)
                .params(emaid.account(), pcid.text())
                .query((row, _) -> Certificate.parse(Bytes.owning(row.getBytes(1))))
                .list();
    }

    /** Writes down that the CA has revoked a certificate. */
    public void writeRevocation(Certificate certificate, Instant now) {
        sql.sql(
                        "update contract_certificate set revoked_at = ? where fingerprint = ? and"
                                + " revoked_at is null")
                .params(Timestamp.from(now), certificate.fingerprint().toArray())
                .update();
    }

    /**
     * Makes a contract ready with its bundles and tells its eMSP; false if the attempt is no longer
     * the one that counts.
     */
    public boolean complete(
            ContractOrder order, int attempt, List<PooledBundle> bundles, Instant now) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    int completed =
                            sql.sql(
                                            """
                                            update contract set state = 'READY', ready_at = ?, claimed_until = null, delivered_at = null,
                                                renew_until = null, renewed_until = null
                                            where emaid = ? and pcid = ? and attempt = ? and state in ('ORDERED', 'LAPSED')\
                                            """)
                                    .params(
                                            Timestamp.from(now),
                                            order.emaid().account(),
                                            order.pcid().text(),
                                            attempt)
                                    .update();
                    if (completed == 0) {
                        return false;
                    }
                    sql.sql("delete from bundle where emaid = ? and pcid = ?")
                            .params(order.emaid().account(), order.pcid().text())
                            .update();
                    bundles.forEach(bundle -> insert(order.emaid(), order.pcid(), bundle));
                    tell(PoolEvent.Kind.CONTRACT_READY, order.emaid(), order.pcid(), now);
                    return true;
                }));
    }

    private void insert(Emaid emaid, Pcid pcid, PooledBundle bundle) {
        sql.sql(
                        "insert into bundle (emaid, pcid, v2g_root, root_serial, message) values"
                                + " (?, ?, ?, ?, ?)")
                .params(
                        emaid.account(),
                        pcid.text(),
                        bundle.v2gRoot().toArray(),
                        bundle.rootSerial().toString(16),
                        bundle.message().toArray())
                .update();
    }

    /** Writes down until when cars may renew; false if the contract is not ready any more. */
    public boolean writeProlongation(Prolongation prolongation) {
        return sql.sql(
                                """
                                update contract set renew_until = ?
                                where emaid = ? and pcid = ? and state = 'READY'\
                                """)
                        .params(
                                Timestamp.from(prolongation.until()),
                                prolongation.emaid().account(),
                                prolongation.pcid().text())
                        .update()
                == 1;
    }

    /**
     * Takes the renewal of a certificate to work on it; nothing while another does, or when it is
     * done. The number is that of the attempt.
     */
    public Optional<Integer> claimRenewal(Certificate replaced, Instant now) {
        return sql.sql(
                        """
                        insert into renewal (replaced, claimed_until, begun_at)
                        values (:replaced, :until, :now)
                        on conflict (replaced) do update
                            set attempt = renewal.attempt + 1, claimed_until = :until
                            where renewal.ready_at is null
                              and (renewal.claimed_until is null or renewal.claimed_until <= :now)
                        returning attempt\
                        """)
                .param("replaced", replaced.fingerprint().toArray())
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .optional();
    }

    /** Gives a renewal back after an attempt that came to nothing. */
    public void releaseRenewal(Certificate replaced, int attempt) {
        sql.sql("update renewal set claimed_until = null where replaced = ? and attempt = ?")
                .params(replaced.fingerprint().toArray(), attempt)
                .update();
    }

    /** Certificates issued to replace that one that no car was ever given, not yet revoked. */
    public List<Certificate> fruitless(Certificate replaced) {
        return sql.sql(
                        """
                        select i.certificate from contract_certificate i join renewal r on r.replaced = i.replaces
                        where i.replaces = ? and i.revoked_at is null
                          and r.successor is distinct from i.fingerprint\
                        """)
                .param(replaced.fingerprint().toArray())
                .query((row, _) -> Certificate.parse(Bytes.owning(row.getBytes(1))))
                .list();
    }

    /**
     * Puts the successor of a certificate into the pool, for the car that asked and for a later
     * installation, and tells the eMSP; false if the attempt is no longer the one that counts or
     * the contract is not ready any more.
     */
    public boolean completeRenewal(
            IssuedContract replaced,
            int attempt,
            Certificate successor,
            List<PooledBundle> answers,
            List<PooledBundle> installations,
            Instant now) {
        Emaid emaid = replaced.contract().emaid();
        Pcid pcid = replaced.contract().pcid();
        return Boolean.TRUE.equals(
                transactions.execute(transaction -> {
                    if (!finish(replaced.certificate(), attempt, successor, now)
                            || !prolong(emaid, pcid, successor)) {
                        transaction.setRollbackOnly();
                        return false;
                    }
                    answers.forEach(answer -> insert(replaced.certificate(), answer));
                    sql.sql("delete from bundle where emaid = ? and pcid = ?")
                            .params(emaid.account(), pcid.text())
                            .update();
                    installations.forEach(bundle -> insert(emaid, pcid, bundle));
                    tell(PoolEvent.Kind.CONTRACT_RENEWED, emaid, pcid, now);
                    return true;
                }));
    }

    private boolean finish(Certificate replaced, int attempt, Certificate successor, Instant now) {
        return sql.sql(
                                """
                                update renewal set ready_at = ?, successor = ?, claimed_until = null
                                where replaced = ? and attempt = ? and ready_at is null\
                                """)
                        .params(
                                Timestamp.from(now),
                                successor.fingerprint().toArray(),
                                replaced.fingerprint().toArray(),
                                attempt)
                        .update()
                == 1;
    }

    private boolean prolong(Emaid emaid, Pcid pcid, Certificate successor) {
        return sql.sql(
                                """
                                update contract set renewed_until = ?
                                where emaid = ? and pcid = ? and state = 'READY'\
                                """)
                        .params(
                                Timestamp.from(successor.fields().notAfter()),
                                emaid.account(),
                                pcid.text())
                        .update()
                == 1;
    }

    private void insert(Certificate replaced, PooledBundle answer) {
        sql.sql(
                        "insert into renewed_bundle (replaced, v2g_root, root_serial, message)"
                                + " values (?, ?, ?, ?)")
                .params(
                        replaced.fingerprint().toArray(),
                        answer.v2gRoot().toArray(),
                        answer.rootSerial().toString(16),
                        answer.message().toArray())
                .update();
    }

    /** Writes down that a car has fetched the contract and tells its eMSP the first time. */
    public void writeDelivery(Emaid emaid, Pcid pcid, Instant now) {
        transactions.executeWithoutResult(_ -> {
            int first =
                    sql.sql(
                                    """
                                    update contract set delivered_at = ?
                                    where emaid = ? and pcid = ? and delivered_at is null and state = 'READY'\
                                    """)
                            .params(Timestamp.from(now), emaid.account(), pcid.text())
                            .update();
            if (first == 1) {
                tell(PoolEvent.Kind.CONTRACT_DELIVERED, emaid, pcid, now);
            }
        });
    }

    /**
     * Cancels every contract of that eMAID, takes its bundles out of the pool and tells its eMSP.
     */
    public void cancel(Emaid emaid, Instant now) {
        transactions.executeWithoutResult(_ -> {
            List<Pcid> cancelled =
                    sql.sql(
                                    """
                                    update contract set state = 'CANCELLED', attempt = attempt + 1, claimed_until = null
                                    where emaid = ? and state <> 'CANCELLED' returning pcid\
                                    """)
                            .param(emaid.account())
                            .query((row, _) -> new Pcid(row.getString(1)))
                            .list();
            sql.sql("delete from bundle where emaid = ?").param(emaid.account()).update();
            sql.sql(
                            """
                            delete from renewed_bundle b using contract_certificate i
                            where b.replaced = i.fingerprint and i.emaid = ?\
                            """)
                    .param(emaid.account())
                    .update();
            cancelled.forEach(pcid -> tell(PoolEvent.Kind.CONTRACT_CANCELLED, emaid, pcid, now));
        });
    }

    private void tell(PoolEvent.Kind kind, Emaid emaid, Pcid pcid, Instant now) {
        oneWriterAtATime();
        sql.sql(
                        "insert into outbox (provider, kind, emaid, pcid, happened_at) values (?,"
                                + " ?, ?, ?, ?)")
                .params(
                        emaid.account().substring(0, 5),
                        kind.name(),
                        emaid.account(),
                        pcid.text(),
                        Timestamp.from(now))
                .update();
    }

    /**
     * Numbers become visible in their order, so that whoever reads on from the last one misses
     * none.
     */
    private void oneWriterAtATime() {
        sql.sql("select pg_advisory_xact_lock(?)").param(OUTBOX_LOCK).query((_, _) -> true).list();
    }

    /**
     * What has happened after event {@code number}, oldest first, at most 500; those of providers
     * {@code readable} only.
     */
    public List<PoolEvent> eventsAfter(long number, Predicate<Emaid> readable) {
        return sql
                .sql(
                        "select id, kind, emaid, pcid, happened_at from outbox where id > ? order"
                                + " by id limit ?")
                .params(number, EVENTS_AT_ONCE)
                .query((row, _) ->
                        new PoolEvent(
                                row.getLong("id"),
                                PoolEvent.Kind.valueOf(row.getString("kind")),
                                new Emaid(row.getString("emaid")),
                                new Pcid(row.getString("pcid")),
                                row.getTimestamp("happened_at").toInstant()))
                .list()
                .stream()
                .filter(event -> readable.test(event.emaid()))
                .toList();
    }
}
