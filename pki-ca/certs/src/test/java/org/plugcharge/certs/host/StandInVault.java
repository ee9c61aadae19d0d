package org.plugcharge.certs.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.github.jopenlibs.vault.json.Json;
import io.github.jopenlibs.vault.json.JsonArray;
import io.github.jopenlibs.vault.json.JsonObject;

import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SoftwareKey;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As much of a vault as the backend asks for, in this process: AppRole and token logins, renewal,
 * and Transit keys that sign digests. No vault: it keeps nothing secret.
 */
final class StandInVault implements AutoCloseable {

    static final String ROOT = "root";
    static final String ROLE = "role";
    static final String SECRET = "secret";

    private final HttpServer server;
    private final Map<String, SoftwareKey> keys = new ConcurrentHashMap<>();
    private final Set<String> deletable = ConcurrentHashMap.newKeySet();
    final Set<String> tokens = ConcurrentHashMap.newKeySet();
    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();
    volatile boolean renews = true;

    StandInVault() throws IOException {
        tokens.add(ROOT);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/v1/".length());
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonObject json = body.isEmpty() ? new JsonObject() : Json.parse(body).asObject();
            if (path.equals("auth/approle/login")) {
                login(exchange, json);
            } else if (!tokens.contains(
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Token")))) {
                send(exchange, 403, error("permission denied"));
            } else if (path.equals("auth/token/renew-self")) {
                renewals.incrementAndGet();
                send(exchange, renews ? 200 : 403, renews ? token("same") : error("no"));
            } else if (path.equals("auth/token/lookup-self")) {
                send(exchange, 200, data(known()));
            } else if (path.startsWith("transit/keys/")) {
                keys(exchange, path.substring("transit/keys/".length()), json);
            } else if (path.startsWith("transit/sign/")) {
                sign(exchange, path.substring("transit/sign/".length()).split("/", -1), json);
            } else {
                send(exchange, 404, error("no handler for route"));
            }
        }
    }

    private void login(HttpExchange exchange, JsonObject json) throws IOException {
        boolean right =
                ROLE.equals(json.getString("role_id"))
                        && SECRET.equals(json.getString("secret_id"));
        if (right) {
            String token = "token-" + logins.incrementAndGet();
            tokens.add(token);
            send(exchange, 200, token(token));
        } else {
            send(exchange, 400, error("invalid role or secret ID"));
        }
    }

    private void keys(HttpExchange exchange, String path, JsonObject json) throws IOException {
        String name = path.replace("/config", "");
        @Nullable SoftwareKey key = keys.get(name);
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                if (key == null) {
                    send(exchange, 404, error());
                } else {
                    send(exchange, 200, described(key));
                }
            }
            case "DELETE" -> {
                if (deletable.remove(name)) {
                    keys.remove(name);
                    send(exchange, 204, "");
                } else {
                    send(exchange, 400, error("deletion is not allowed for this key"));
                }
            }
            default -> {
                if (path.endsWith("/config")) {
                    deletable.add(name);
                } else {
                    keys.computeIfAbsent(name, _ -> generate(json));
                }
                send(exchange, 204, "");
            }
        }
    }

    private static SoftwareKey generate(JsonObject json) {
        KeyType type = "ecdsa-p521".equals(json.getString("type")) ? KeyType.P521 : KeyType.P256;
        return SoftwareKey.generate(type, Entropy.system(new SecureRandom()));
    }

    private static String described(SoftwareKey key) {
        JsonObject version =
                new JsonObject().add("public_key", Pem.of("PUBLIC KEY", key.publicKey().spki()));
        return data(new JsonObject().add("keys", new JsonObject().add("1", version)));
    }

    private void sign(HttpExchange exchange, String[] path, JsonObject json) throws IOException {
        @Nullable SoftwareKey key = keys.get(path[0]);
        boolean right =
                key != null
                        && json.getBoolean("prehashed", false)
                        && json.getInt("key_version", 0) == 1
                        && "asn1".equals(json.getString("marshaling_algorithm"))
                        && path[1].equals(key.type() == KeyType.P256 ? "sha2-256" : "sha2-512");
        if (key == null || !right) {
            send(exchange, 400, error("signing key not found or wrong parameters"));
            return;
        }
        byte[] digest = Base64.getDecoder().decode(json.getString("input"));
        String signature = "vault:v1:" + Base64.getEncoder().encodeToString(sign(key, digest));
        send(exchange, 200, data(new JsonObject().add("signature", signature)));
    }

    private static byte[] sign(SoftwareKey key, byte[] digest) throws IOException {
        var curve =
                org.bouncycastle.crypto.ec.CustomNamedCurves.getByName(
                        key.type() == KeyType.P256 ? "P-256" : "P-521");
        var domain = new org.bouncycastle.crypto.params.ECDomainParameters(curve);
        ECDSASigner signer = new ECDSASigner();
        signer.init(
                true,
                new ECPrivateKeyParameters(new BigInteger(1, key.scalar().toArray()), domain));
        BigInteger[] rs = signer.generateSignature(digest);
        return StandardDSAEncoding.INSTANCE.encode(domain.getN(), rs[0], rs[1]);
    }

    /** The fields a vault always sends. */
    private static JsonObject known() {
        return new JsonObject()
                .add("accessor", "accessor")
                .add("creation_time", 1)
                .add("creation_ttl", 60)
                .add("display_name", "token")
                .add("explicit_max_ttl", 0)
                .add("id", "id")
                .add("last_renewal_time", 1)
                .add("num_uses", 0)
                .add("orphan", true)
                .add("path", "auth/token/create")
                .add("policies", new JsonArray().add("default"))
                .add("renewable", true)
                .add("ttl", 60);
    }

    private static String token(String token) {
        JsonObject auth =
                new JsonObject()
                        .add("accessor", "accessor")
                        .add("policies", new JsonArray().add("default"))
                        .add("client_token", token)
                        .add("lease_duration", 60)
                        .add("renewable", true);
        return new JsonObject()
                .add("lease_id", "")
                .add("renewable", false)
                .add("lease_duration", 0)
                .add("auth", auth)
                .toString();
    }

    private static String data(JsonObject data) {
        return new JsonObject().add("data", data).toString();
    }

    private static String error(String... texts) {
        StringBuilder errors = new StringBuilder();
        for (String text : texts) {
            errors.append(errors.isEmpty() ? "" : ",").append('"').append(text).append('"');
        }
        return "{\"errors\":[" + errors + "]}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        if (octets.length > 0) {
            exchange.getResponseBody().write(octets);
        }
    }
}
