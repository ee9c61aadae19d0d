package org.plugcharge.ca;

import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.certs.log.Frontier;
import org.plugcharge.certs.log.LogEntry;
import org.plugcharge.certs.log.MerkleTree;
import org.plugcharge.certs.log.TreeHead;
import org.plugcharge.exi.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The log of everything that was issued, in the table: certificates wait in a queue, are appended
 * in batches under one lock, and each batch ends with a signed head.
 */
final class CertificateLog {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateLog.class);
    private static final KeyId KEY = new KeyId("log");
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final KeyBackend keys;
    private final Entropy entropy;
    private final InstantSource clock;
    private volatile Optional<SigningKey> key = Optional.empty();

    /** A head with the signature over its octets. */
    record SignedHead(TreeHead head, Bytes signature) {}

    /** Where a certificate is in the log. */
    record Place(long index, LogEntry entry, Bytes salt) {}

    private record Waiting(long id, Bytes der) {}

    private record Leaf(long index, long id, LogEntry entry, Bytes salt, Bytes fingerprint) {}

    private record Node(int level, long index, Bytes hash) {}

    CertificateLog(
            JdbcClient jdbc,
            JdbcTemplate template,
            TransactionTemplate transaction,
            KeyBackend keys,
            Entropy entropy,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
        this.keys = keys;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** Loads the log's key, or makes it. Call it under the ceremony lock, once. */
    void open() {
        try {
            key = Optional.of(keys.signingKey(KEY));
        } catch (KeyBackend.UnknownKeyException e) {
            keys.generate(KEY);
            key = Optional.of(keys.signingKey(KEY));
        }
    }

    boolean isOpen() {
        return key.isPresent();
    }

    /** What the signatures of the heads are checked with. */
    VerificationKey publicKey() {
        return signer().publicKey();
    }

    /** Appends what waits, one batch; false if nothing waited, or another instance is at it. */
    boolean append() {
        return Objects.requireNonNull(transaction.execute(status -> appendLocked()));
    }

    private boolean appendLocked() {
        boolean locked =
                jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                        .param("lock", DatabaseLock.LOG.number())
                        .query(Boolean.class)
                        .single();
        List<Waiting> waiting = locked ? taken() : List.of();
        if (waiting.isEmpty()) {
            return false;
        }
        Optional<TreeHead> before = newest().map(SignedHead::head);
        long now = Math.max(clock.millis(), before.map(TreeHead::at).orElse(0L));
        List<Leaf> leaves = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        Frontier frontier = frontier(before.map(TreeHead::size).orElse(0L));
        for (Waiting one : waiting) {
            Bytes salt = entropy.next(LogEntry.SALT_OCTETS);
            LogEntry entry = LogEntry.of(now, salt, one.der());
            leaves.add(
                    new Leaf(
                            frontier.size(),
                            one.id(),
                            entry,
                            salt,
                            LogEntry.fingerprint(one.der())));
            frontier =
                    frontier.append(
                            entry.leafHash(),
                            (level, index, hash) -> nodes.add(new Node(level, index, hash)));
        }
        keepLeaves(leaves);
        keepNodes(nodes);
        keepHead(new TreeHead(now, frontier.size(), frontier.root()));
        LOG.debug("log size={} added={}", frontier.size(), leaves.size());
        return true;
    }

    private List<Waiting> taken() {
        return jdbc.sql(
                        """
                        with taken as (
                            delete from log_queue where certificate in
                                (select certificate from log_queue order by certificate limit :limit)
                            returning certificate
                        )
                        select c.id, c.der from taken join certificate c on c.id = taken.certificate
                        where c.der is not null order by c.id
                        """)
                .param("limit", BATCH)
                .query((row, number) ->
                        new Waiting(row.getLong("id"), Bytes.owning(row.getBytes("der"))))
                .list();
    }

    /** One perfect subtree for each bit of the size, the largest first. */
    private Frontier frontier(long size) {
        List<Bytes> subtrees = new ArrayList<>();
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                subtrees.add(node(level, (size >>> level) - 1));
            }
        }
        return new Frontier(size, subtrees);
    }

    private void keepLeaves(List<Leaf> leaves) {
        String sql =
                """
                insert into log_leaf (index, certificate, logged_at, commitment, salt, fingerprint)
                select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[])
                """;
        template.update(connection -> {
            ArrayColumns<Leaf> columns = new ArrayColumns<>(connection, sql, leaves);
            columns.add("bigint", Leaf::index);
            columns.add("bigint", Leaf::id);
            columns.add("bigint", leaf -> leaf.entry().loggedAt());
            columns.add("bytea", leaf -> leaf.entry().commitment().toArray());
            columns.add("bytea", leaf -> leaf.salt().toArray());
            columns.add("bytea", leaf -> leaf.fingerprint().toArray());
            return columns.statement();
        });
    }

    private void keepNodes(List<Node> nodes) {
        String sql =
                """
                insert into log_node (level, index, hash)
                select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])
                """;
        template.update(connection -> {
            ArrayColumns<Node> columns = new ArrayColumns<>(connection, sql, nodes);
            columns.add("smallint", Node::level);
            columns.add("bigint", Node::index);
            columns.add("bytea", node -> node.hash().toArray());
            return columns.statement();
        });
    }

    private void keepHead(TreeHead head) {
        jdbc.sql(
                        """
                        insert into log_head (size, signed_at, root, signature)
                        values (:size, :at, :root, :signature)
                        """)
                .param("size", head.size())
                .param("at", head.at())
                .param("root", head.root().toArray())
                .param("signature", signer().signDer(head.octets()).toArray())
                .update();
    }

    /** The head over everything that was appended; nothing before the first batch. */
    Optional<SignedHead> newest() {
        return jdbc.sql("select * from log_head order by size desc limit 1")
                .query((row, number) ->
                        new SignedHead(
                                new TreeHead(
                                        row.getLong("signed_at"),
                                        row.getLong("size"),
                                        Bytes.owning(row.getBytes("root"))),
                                Bytes.owning(row.getBytes("signature"))))
                .optional();
    }

    /** How many certificates wait to be appended. */
    long waiting() {
        return jdbc.sql("select count(*) from log_queue").query(Long.class).single();
    }

    List<LogEntry> entries(long from, int count) {
        return jdbc.sql(
                        """
                        select logged_at, commitment from log_leaf where index >= :from
                        order by index limit :count
                        """)
                .param("from", from)
                .param("count", count)
                .query((row, number) ->
                        new LogEntry(
                                row.getLong("logged_at"), Bytes.owning(row.getBytes("commitment"))))
                .list();
    }

    /** The place of the certificate with this SHA-256; nothing once its identity is erased. */
    Optional<Place> place(Bytes fingerprint) {
        return jdbc.sql("select * from log_leaf where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint.toArray())
                .query((row, number) ->
                        new Place(
                                row.getLong("index"),
                                new LogEntry(
                                        row.getLong("logged_at"),
                                        Bytes.owning(row.getBytes("commitment"))),
                                Bytes.owning(row.getBytes("salt"))))
                .optional();
    }

    List<Bytes> inclusion(long index, long size) {
        return MerkleTree.inclusion(index, size, this::node);
    }

    List<Bytes> consistency(long first, long second) {
        return MerkleTree.consistency(first, second, this::node);
    }

    /**
     * Takes salt and fingerprint from a certificate's entry, so that nobody can tell any more whose
     * it is; the tree stays what it was. False if it is not in the log yet.
     */
    boolean forget(long certificate) {
        return jdbc.sql(
                                """
                                update log_leaf set salt = null, fingerprint = null
                                where certificate = :certificate
                                """)
                        .param("certificate", certificate)
                        .update()
                == 1;
    }

    private Bytes node(int level, long index) {
        return Bytes.owning(
                jdbc.sql("select hash from log_node where level = :level and index = :index")
                        .param("level", level)
                        .param("index", index)
                        .query(byte[].class)
                        .single());
    }

    private SigningKey signer() {
        return key.orElseThrow(() -> new IllegalStateException("the log is not open yet"));
    }
}
