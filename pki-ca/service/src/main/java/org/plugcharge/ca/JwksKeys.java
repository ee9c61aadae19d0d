package org.plugcharge.ca;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The key set of a token issuer (RFC 7517), from an http or https URL or a file: read when it is
 * needed, again every five minutes, and for an unknown key at most once in ten seconds. While it
 * can't be read the keys known before count for an hour.
 */
final class JwksKeys implements JwtClients.KeySet {

    private static final Logger LOG = LoggerFactory.getLogger(JwksKeys.class);
    private static final int MAX_OCTETS = 65_536;
    private static final int MAX_KEYS = 32;
    private static final int MIN_RSA_BITS = 2_048;
    private static final int MAX_RSA_BITS = 8_192;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration USABLE = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI source;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(DEADLINE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private List<Key> keys = List.of();
    private Instant readAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;

    /** A key and what the issuer says of it. */
    private record Key(Optional<String> id, String type, PublicKey key) {}

    JwksKeys(URI source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<PublicKey> key(
            Optional<String> id, JwtClients.Algorithm algorithm) {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH)) || find(id, algorithm).isEmpty()) {
            read(now);
        }
        return readAt.isBefore(now.minus(USABLE)) ? Optional.empty() : find(id, algorithm);
    }

    private Optional<PublicKey> find(Optional<String> id, JwtClients.Algorithm algorithm) {
        List<Key> fitting =
                keys.stream()
                        .filter(key -> key.type().equals(algorithm.keyType))
                        .filter(key -> id.isEmpty() || key.id().equals(id))
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst().key()) : Optional.empty();
    }

    private void read(Instant now) {
        if (triedAt.isAfter(now.minus(PAUSE))) {
            return;
        }
        triedAt = now;
        try {
            keys = keys(JSON.readTree(octets()));
            readAt = now;
        } catch (IOException | JacksonException e) {
            LOG.warn("the token issuer's keys cannot be read from {}: {}", source, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] octets() throws IOException, InterruptedException {
        if ("file".equals(source.getScheme())) {
            try (InputStream file = Files.newInputStream(Path.of(source))) {
                byte[] octets = file.readNBytes(MAX_OCTETS + 1);
                if (octets.length > MAX_OCTETS) {
                    throw new IOException("more than " + MAX_OCTETS + " octets");
                }
                return octets;
            }
        }
        return fetched();
    }

    /** Within one deadline for all of it, however slowly the octets come. */
    private byte[] fetched() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(source).build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_OCTETS));
        try {
            HttpResponse<byte[]> response = answer.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + DEADLINE, e);
        }
    }

    private static List<Key> keys(JsonNode set) {
        List<Key> found = new ArrayList<>();
        for (JsonNode node : set.path("keys")) {
            if (found.size() < MAX_KEYS && !"enc".equals(node.path("use").asString(""))) {
                key(node).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Key> key(JsonNode node) {
        String type = node.path("kty").asString("");
        Optional<String> id = Optional.of(node.path("kid").asString("")).filter(s -> !s.isEmpty());
        try {
            return switch (type) {
                case "RSA" -> Optional.of(new Key(id, type, rsa(node)));
                case "EC" -> Optional.of(new Key(id, type, ec(node)));
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("a key of the token issuer is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static PublicKey rsa(JsonNode node) throws GeneralSecurityException {
        BigInteger modulus = number(node, "n");
        if (modulus.bitLength() < MIN_RSA_BITS || modulus.bitLength() > MAX_RSA_BITS) {
            throw new IllegalArgumentException("RSA of 2048 to 8192 bits is expected");
        }
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus, number(node, "e")));
    }

    /** The provider refuses a point that is not on the curve when the key is used. */
    private static PublicKey ec(JsonNode node) throws GeneralSecurityException {
        if (!"P-256".equals(node.path("crv").asString(""))) {
            throw new IllegalArgumentException("P-256 is expected");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(node, "x"), number(node, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode node, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(node.path(name).asString("")));
    }
}
