package org.plugcharge.ca;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
final class JwksKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(JwksKeys.class);
    private static final int MAX_OCTETS = 65_536;
    private static final int MAX_KEYS = 32;
    private static final int MIN_RSA_BITS = 2_048;
    private static final int MAX_RSA_BITS = 8_192;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration USABLE = Duration.ofHours(1);

    private final URI source;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(DEADLINE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private JWKSet keys = new JWKSet();
    private Instant readAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;

    JwksKeys(URI source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The one key that is asked for; none if several would do. */
    @Override
    public synchronized List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH)) || selector.select(keys).isEmpty()) {
            read(now);
        }
        List<JWK> found = readAt.isBefore(now.minus(USABLE)) ? List.of() : selector.select(keys);
        return found.size() == 1 ? found : List.of();
    }

    private void read(Instant now) {
        if (triedAt.isAfter(now.minus(PAUSE))) {
            return;
        }
        triedAt = now;
        try {
            keys = keys(new String(octets(), StandardCharsets.UTF_8));
            readAt = now;
        } catch (IOException | ParseException e) {
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

    private static JWKSet keys(String text) throws ParseException {
        List<JWK> found = new ArrayList<>();
        for (Map<String, Object> key :
                JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(text), "keys")) {
            if (found.size() < MAX_KEYS) {
                key(key).ifPresent(found::add);
            }
        }
        return new JWKSet(found);
    }

    /** Nothing for a key that is of no use here; its own point is checked by the library. */
    private static Optional<JWK> key(Map<String, Object> document) {
        try {
            return Optional.of(JWK.parse(document))
                    .filter(key -> !KeyUse.ENCRYPTION.equals(key.getKeyUse()))
                    .filter(JwksKeys::isGood)
                    .map(JWK::toPublicJWK);
        } catch (ParseException | IllegalArgumentException e) {
            LOG.warn("a key of the token issuer is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isGood(JWK key) {
        return switch (key) {
            case RSAKey rsa -> rsa.size() >= MIN_RSA_BITS && rsa.size() <= MAX_RSA_BITS;
            case ECKey ec -> Curve.P_256.equals(ec.getCurve());
            default -> false;
        };
    }
}
