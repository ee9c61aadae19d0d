package org.plugcharge.certs.host;

import org.plugcharge.certs.VerificationKey;
import org.plugcharge.certs.log.Frontier;
import org.plugcharge.certs.log.LogEntry;
import org.plugcharge.certs.log.LogFollower;
import org.plugcharge.certs.log.MerkleProof;
import org.plugcharge.certs.log.MerkleTree;
import org.plugcharge.certs.log.TreeHead;
import org.plugcharge.exi.Bytes;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Follows the log of a CA over HTTP from outside, believing nothing it can compute itself.
 *
 * <p>A log that lies costs it little: an answer has {@value #MAX_ANSWER} octets at most and comes
 * whole within the patience, entries are asked for only after the head's signature is good, no more
 * of them than are wanted at once, and only the right edge of the tree is held.
 */
public final class LogMonitor implements AutoCloseable {

    /** So many new entries are read in one look, unless told otherwise. */
    public static final long MAX_NEW = 10_000_000;

    private static final int MAX_ANSWER = 250_000;
    private static final int MAX_FIELD = 512;
    private static final int MAX_PROOF = 2 * Long.SIZE;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI log;
    private final long maxNew;
    private final Duration patience;

    /** What is remembered between two runs: how far the log was seen, and whose it is. */
    public record Seen(LogFollower follower, Optional<Bytes> key) {

        /** Nothing yet. */
        public static final Seen NOTHING = new Seen(LogFollower.NEW, Optional.empty());
    }

    /** The log is not what it was, or says what is not so. */
    public static final class WrongLogException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongLogException(String message) {
            super(message);
        }
    }

    /** The log of the CA at {@code ca}. */
    public LogMonitor(URI ca) {
        this(ca, MAX_NEW, PATIENCE);
    }

    /**
     * The same with other limits.
     *
     * @param maxNew so many new entries are read in one look
     * @param patience within this an answer is there, whole
     */
    public LogMonitor(URI ca, long maxNew, Duration patience) {
        String text = ca.toString();
        this.log = URI.create((text.endsWith("/") ? text : text + "/") + "api/v1/log/");
        this.maxNew = maxNew;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * Looks at everything that came since; {@link WrongLogException} if it does not continue what
     * was seen, {@link IOException} if the log cannot be asked.
     */
    public Seen follow(Seen before) throws IOException, InterruptedException, WrongLogException {
        JsonNode document = get("head");
        TreeHead head = head(document);
        Bytes key = hex(document, "key");
        if (before.key().filter(known -> !known.equals(key)).isPresent()) {
            throw new WrongLogException("the log has another key than before");
        }
        LogFollower follower = before.follower();
        VerificationKey verifier = verifier(key);
        Optional<String> objection =
                follower.objection(head, hex(document, "signature"), verifier::verifiesDer);
        if (objection.isPresent()) {
            throw new WrongLogException(objection.get());
        }
        checkConsistency(follower.seen(), head);
        return switch (follower.arrive(head, grown(follower.seen(), head.size()))) {
            case LogFollower.Verdict.Continues(LogFollower next) ->
                    new Seen(next, Optional.of(key));
            case LogFollower.Verdict.Inconsistent(String why) -> throw new WrongLogException(why);
        };
    }

    /** The place of {@code certificate} in the log as it was seen, proven. */
    public long find(Bytes certificate, LogFollower follower)
            throws IOException, InterruptedException, WrongLogException {
        Bytes fingerprint = LogEntry.fingerprint(certificate);
        long size = follower.seen().size();
        Optional<JsonNode> found = find("certificates/" + fingerprint.toHex() + "?size=" + size);
        if (found.isEmpty()) {
            throw new WrongLogException(
                    "certificate " + fingerprint.toHex() + " is not in the log");
        }
        JsonNode place = found.get();
        LogEntry entry = entry(place, certificate);
        long index = number(place, "index");
        boolean included =
                MerkleProof.includes(
                        entry.leafHash(), index, size, hashes(place), follower.seen().root());
        if (!included) {
            throw new WrongLogException(
                    "no proof that certificate " + fingerprint.toHex() + " is in the log");
        }
        return index;
    }

    /** The entries tell the same; this is about what the log serves to those who keep no state. */
    private void checkConsistency(Frontier seen, TreeHead head)
            throws IOException, InterruptedException, WrongLogException {
        if (seen.size() == 0 || head.size() <= seen.size()) {
            return;
        }
        JsonNode proof = get("consistency?first=" + seen.size() + "&second=" + head.size());
        if (!MerkleProof.consistent(
                seen.size(), head.size(), seen.root(), head.root(), hashes(proof))) {
            throw new WrongLogException(
                    "no proof that the log of %d entries begins with the %d seen before"
                            .formatted(head.size(), seen.size()));
        }
    }

    /** Page by page: of the entries nothing is kept but the edge of the tree. */
    private Frontier grown(Frontier seen, long size)
            throws IOException, InterruptedException, WrongLogException {
        if (size - seen.size() > maxNew) {
            throw new WrongLogException(
                    "the log claims %d new entries, at most %d are read at once"
                            .formatted(size - seen.size(), maxNew));
        }
        Frontier tree = seen;
        while (tree.size() < size) {
            int count = (int) Math.min(LogEntry.MAX_SERVED, size - tree.size());
            tree = LogFollower.grown(tree, page(tree.size(), count));
        }
        return tree;
    }

    /** A whole one: a log that shows its entries one by one is asked without end. */
    private List<LogEntry> page(long from, int count)
            throws IOException, InterruptedException, WrongLogException {
        JsonNode page = get("entries?from=" + from + "&count=" + count).path("entries");
        if (page.size() != count) {
            throw new WrongLogException(
                    "the log shows %d of the %d entries from %d on"
                            .formatted(page.size(), count, from));
        }
        List<LogEntry> entries = new ArrayList<>();
        for (JsonNode entry : page) {
            entries.add(entry(entry));
        }
        return entries;
    }

    private static TreeHead head(JsonNode document) throws WrongLogException {
        try {
            return new TreeHead(
                    number(document, "timestamp"), number(document, "size"), hex(document, "root"));
        } catch (IllegalArgumentException e) {
            throw new WrongLogException("its head is none: " + e.getMessage());
        }
    }

    private static LogEntry entry(JsonNode entry) throws WrongLogException {
        try {
            return new LogEntry(number(entry, "timestamp"), hex(entry, "commitment"));
        } catch (IllegalArgumentException e) {
            throw new WrongLogException("an entry is none: " + e.getMessage());
        }
    }

    private static LogEntry entry(JsonNode place, Bytes certificate) throws WrongLogException {
        try {
            return LogEntry.of(number(place, "timestamp"), hex(place, "salt"), certificate);
        } catch (IllegalArgumentException e) {
            throw new WrongLogException("an entry is none: " + e.getMessage());
        }
    }

    private static VerificationKey verifier(Bytes spki) throws WrongLogException {
        try {
            return VerificationKey.of(spki);
        } catch (IllegalArgumentException e) {
            throw new WrongLogException("the log's key cannot be read");
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return find(path).orElseThrow(() -> new IOException("404 for " + log.resolve(path)));
    }

    private Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(log.resolve(path)).build();
        HttpResponse<byte[]> response = whole(request);
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new IOException(
                    "expected a log, got status " + response.statusCode() + " from " + log);
        }
        try {
            return Optional.of(JSON.readTree(response.body()));
        } catch (JacksonException e) {
            throw new IOException("expected JSON from " + log, e);
        }
    }

    /** The client's own timeout ends with the first octet of an answer; this one with its last. */
    private HttpResponse<byte[]> whole(HttpRequest request)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + patience + " from " + log, e);
        } catch (ExecutionException e) {
            throw new IOException(
                    "no answer of at most %d octets from %s: %s"
                            .formatted(MAX_ANSWER, log, e.getCause()),
                    e);
        } finally {
            answer.cancel(true);
        }
    }

    private static long number(JsonNode node, String field) throws WrongLogException {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new WrongLogException("expected a number " + field);
        }
        return value.asLong();
    }

    private static Bytes hex(JsonNode node, String field) throws WrongLogException {
        return hex(node.path(field).asString(""), field);
    }

    private static Bytes hex(String text, String field) throws WrongLogException {
        if (text.length() > MAX_FIELD) {
            throw new WrongLogException(field + " is longer than " + MAX_FIELD + " characters");
        }
        try {
            return Bytes.fromHex(text);
        } catch (IllegalArgumentException e) {
            throw new WrongLogException("expected hex in " + field);
        }
    }

    private static List<Bytes> hashes(JsonNode node) throws WrongLogException {
        JsonNode proof = node.path("proof");
        if (proof.size() > MAX_PROOF) {
            throw new WrongLogException("a proof of more than " + MAX_PROOF + " hashes");
        }
        List<Bytes> hashes = new ArrayList<>();
        for (JsonNode hash : proof) {
            Bytes octets = hex(hash.asString(""), "proof");
            if (octets.length() != MerkleTree.HASH_OCTETS) {
                throw new WrongLogException("expected hashes of 32 octets in proof");
            }
            hashes.add(octets);
        }
        return hashes;
    }

    /** Does not wait for answers that drip. */
    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
