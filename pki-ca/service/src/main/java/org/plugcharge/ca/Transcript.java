package org.plugcharge.ca;

import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was done with the CAs, for auditors: JSON lines that can only be added to. A line is {@code
 * {"entry":{...},"signature":"..."}}; the entry has its number and the SHA-256 of the whole line
 * before, and the signature (ECDSA P-256 with SHA-256, DER, base64) covers the octets of the entry.
 *
 * <p>Whoever calls {@link #add} holds the ceremony lock.
 */
final class Transcript {

    static final String NOTHING_BEFORE = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Supplier<SigningKey> key;

    Transcript(JdbcClient jdbc, Supplier<SigningKey> key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    static ObjectNode event(String name) {
        return JSON.createObjectNode().put("event", name);
    }

    /** Adds one line. */
    void add(ObjectNode event, Instant now) {
        long number = lastNumber() + 1;
        ObjectNode entry = JSON.createObjectNode();
        entry.put("number", number);
        entry.put("at", now.toString());
        entry.put("previous", number == 1 ? NOTHING_BEFORE : hash(line(number - 1)));
        if (number == 1) {
            entry.put("key", base64(publicKey().spki()));
        }
        event.properties().forEach(field -> entry.set(field.getKey(), field.getValue()));
        String text = JSON.writeValueAsString(entry);
        String signature = base64(key.get().signDer(utf8(text)));
        jdbc.sql("insert into transcript (number, line) values (:number, :line)")
                .param("number", number)
                .param("line", line(text, signature))
                .update();
    }

    /** The last entry of this event. */
    Optional<JsonNode> last(String event) {
        return lines().reversed().stream()
                .map(line -> JSON.readTree(line).path("entry"))
                .filter(entry -> entry.path("event").asString("").equals(event))
                .findFirst();
    }

    /** All lines, oldest first. */
    List<String> lines() {
        return jdbc.sql("select line from transcript order by number")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The key all lines are signed by. */
    VerificationKey publicKey() {
        return key.get().publicKey();
    }

    static String line(String entry, String signature) {
        return "{\"entry\":%s,\"signature\":\"%s\"}".formatted(entry, signature);
    }

    static String hash(String line) {
        return HexFormat.of().formatHex(sha256(utf8(line)).toArray());
    }

    static Bytes sha256(Bytes octets) {
        try {
            return Bytes.owning(MessageDigest.getInstance("SHA-256").digest(octets.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Bytes utf8(String text) {
        return Bytes.owning(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }

    private long lastNumber() {
        return jdbc.sql("select coalesce(max(number), 0) from transcript")
                .query(Long.class)
                .single();
    }

    private String line(long number) {
        return jdbc.sql("select line from transcript where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
