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
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the log of a CA over HTTP from outside, believing nothing it can compute itself. */
public final class LogMonitor implements AutoCloseable {

    private static final int MAX_ANSWER = 1_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI log;

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
        String text = ca.toString();
        this.log = URI.create((text.endsWith("/") ? text : text + "/") + "api/v1/log/");
    }

    /**
     * Looks at everything that came since; {@link WrongLogException} if it does not continue what
     * was seen, {@link IOException} if the log cannot be asked.
     */
    public Seen follow(Seen before) throws IOException, InterruptedException, WrongLogException {
        JsonNode document = get("head");
        TreeHead head =
                new TreeHead(
                        number(document, "timestamp"),
                        number(document, "size"),
                        hex(document, "root"));
        Bytes key = hex(document, "key");
        if (before.key().filter(known -> !known.equals(key)).isPresent()) {
            throw new WrongLogException("the log has another key than before");
        }
        VerificationKey verifier = verifier(key);
        checkConsistency(before.follower().seen(), head);
        LogFollower.Verdict verdict =
                before.follower()
                        .follow(
                                head,
                                hex(document, "signature"),
                                verifier::verifiesDer,
                                entries(before.follower().seen().size(), head.size()));
        return switch (verdict) {
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
        LogEntry entry = LogEntry.of(number(place, "timestamp"), hex(place, "salt"), certificate);
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

    private List<LogEntry> entries(long from, long to)
            throws IOException, InterruptedException, WrongLogException {
        List<LogEntry> entries = new ArrayList<>();
        while (from + entries.size() < to) {
            long next = from + entries.size();
            long count = Math.min(LogEntry.MAX_SERVED, to - next);
            JsonNode page = get("entries?from=" + next + "&count=" + count).path("entries");
            if (page.isEmpty() || page.size() > count) {
                throw new WrongLogException("the log does not show entry " + next);
            }
            for (JsonNode entry : page) {
                entries.add(new LogEntry(number(entry, "timestamp"), hex(entry, "commitment")));
            }
        }
        return entries;
    }

    private static VerificationKey verifier(Bytes spki) throws IOException {
        try {
            return VerificationKey.of(spki);
        } catch (IllegalArgumentException e) {
            throw new IOException("the log's key cannot be read", e);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return find(path).orElseThrow(() -> new IOException("404 for " + log.resolve(path)));
    }

    private Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(log.resolve(path)).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] octets = body.readNBytes(MAX_ANSWER + 1);
            if (response.statusCode() == 404) {
                return Optional.empty();
            }
            if (response.statusCode() != 200 || octets.length > MAX_ANSWER) {
                throw new IOException(
                        "expected a log, got status " + response.statusCode() + " from " + log);
            }
            return Optional.of(JSON.readTree(octets));
        } catch (JacksonException e) {
            throw new IOException("expected JSON from " + log, e);
        }
    }

    private static long number(JsonNode node, String field) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IOException("expected a number " + field);
        }
        return value.asLong();
    }

    private static Bytes hex(JsonNode node, String field) throws IOException {
        return hex(node.path(field).asString(""));
    }

    private static Bytes hex(String text) throws IOException {
        try {
            return Bytes.fromHex(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("expected hex", e);
        }
    }

    private static List<Bytes> hashes(JsonNode node) throws IOException {
        List<Bytes> hashes = new ArrayList<>();
        for (JsonNode hash : node.path("proof")) {
            Bytes octets = hex(hash.asString(""));
            if (octets.length() != MerkleTree.HASH_OCTETS) {
                throw new IOException("expected a hash of 32 octets");
            }
            hashes.add(octets);
        }
        return hashes;
    }

    @Override
    public void close() {
        http.close();
    }
}
