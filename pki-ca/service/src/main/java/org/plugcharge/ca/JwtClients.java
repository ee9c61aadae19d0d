package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows clients by OAuth2 access tokens that are JWTs (RFC 7519, RFC 9068) of one issuer: RS256 or
 * ES256 by a key of its key set, for this audience, not expired.
 *
 * <p>The scope says what the client is: {@code station-operator}, {@code mobility-operator}, {@code
 * automaker}, {@code provisioning-service}, {@code admin}; and whose names it may ask for: {@code
 * operator:DE*PNC}, {@code provider:DEPNC}, {@code wmi:WPC}. A token without such a right gets
 * nothing, unless it is an administrator's.
 */
final class JwtClients {

    private static final Logger LOG = LoggerFactory.getLogger(JwtClients.class);
    private static final int MAX_CHARACTERS = 8_000;
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Pattern FORM =
            Pattern.compile("[\\w-]{1,7900}\\.[\\w-]{1,7900}\\.[\\w-]{1,1400}");
    private static final Pattern NAME = Pattern.compile("[!-~]{1,100}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A right no name falls under: a common name has at most 64 characters, its hyphens included.
     */
    private static final String NOBODY = "wmi:" + "Z".repeat(64);

    private final TokenIssuer issuer;
    private final KeySet keys;

    JwtClients(TokenIssuer issuer, KeySet keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    /**
     * Whose tokens are believed.
     *
     * @param name the {@code iss} of its tokens
     * @param audience what has to stand in {@code aud}
     */
    record TokenIssuer(String name, String audience) {}

    /** The issuer's keys, by key id; none: the only one there is. */
    @FunctionalInterface
    interface KeySet {

        /** The key, if it is one for this algorithm. */
        Optional<PublicKey> key(Optional<String> id, Algorithm algorithm);
    }

    /** What is accepted; {@code none} and everything symmetric is not. */
    enum Algorithm {
        RS256("SHA256withRSA", "RSA"),
        ES256("SHA256withECDSAinP1363Format", "EC");

        final String platform;
        final String keyType;

        Algorithm(String platform, String keyType) {
            this.platform = platform;
            this.keyType = keyType;
        }

        static Optional<Algorithm> of(String name) {
            return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    static boolean looksLikeJwt(String token) {
        return token.length() <= MAX_CHARACTERS && FORM.matcher(token).matches();
    }

    /** The client of a token; nothing for one that is not good, the log says why. */
    Optional<Client> client(String token, Instant now) {
        try {
            return Optional.of(read(token, now));
        } catch (RefusedToken e) {
            LOG.info("token refused reason=\"{}\"", e.getMessage());
            return Optional.empty();
        }
    }

    private Client read(String token, Instant now) throws RefusedToken {
        String[] parts = token.split("\\.", -1);
        require(token.length() <= MAX_CHARACTERS && parts.length == 3, "no JWT");
        JsonNode header = json(parts[0]);
        Algorithm algorithm =
                Algorithm.of(header.path("alg").asString(""))
                        .orElseThrow(() -> new RefusedToken("neither RS256 nor ES256"));
        require(!header.has("crit"), "a critical header nobody understands");
        Optional<String> keyId = text(header, "kid");
        PublicKey key =
                keys.key(keyId, algorithm)
                        .orElseThrow(() -> new RefusedToken("a key that is not the issuer's"));
        require(isSigned(parts, key, algorithm), "a wrong signature");
        return client(json(parts[1]), now);
    }

    private Client client(JsonNode claims, Instant now) throws RefusedToken {
        require(text(claims, "iss").filter(issuer.name()::equals).isPresent(), "another issuer");
        require(isFor(claims.path("aud")), "another audience");
        require(isAfter(claims, "exp", now.minus(LEEWAY)), "expired, or without expiry");
        require(!claims.has("nbf") || !isAfter(claims, "nbf", now.plus(LEEWAY)), "not valid yet");
        String name =
                text(claims, "client_id")
                        .or(() -> text(claims, "sub"))
                        .filter(found -> NAME.matcher(found).matches())
                        .orElseThrow(() -> new RefusedToken("neither client_id nor sub"));
        return client(name, text(claims, "scope").orElse(""));
    }

    /** Its certificates are kept apart from those of a client with a token of ours. */
    private static Client client(String name, String scope) throws RefusedToken {
        Set<Role> roles = new HashSet<>();
        Set<String> rights = new HashSet<>();
        for (String word : List.of(scope.split(" +"))) {
            role(word).ifPresent(roles::add);
            if (word.matches("(operator|provider|wmi):.*")) {
                rights.add(word);
            }
        }
        require(!roles.isEmpty(), "a scope without a role");
        if (rights.isEmpty() && !roles.contains(Role.ADMIN)) {
            rights.add(NOBODY);
        }
        try {
            return new Client("jwt:" + name, roles, rights);
        } catch (IllegalArgumentException e) {
            throw new RefusedToken("a right of no known form");
        }
    }

    private static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    private boolean isFor(JsonNode audience) {
        if (audience.isArray()) {
            return audience.valueStream()
                    .anyMatch(one -> one.isString() && one.asString().equals(issuer.audience()));
        }
        return audience.isString() && audience.asString().equals(issuer.audience());
    }

    private static boolean isAfter(JsonNode claims, String name, Instant instant) {
        JsonNode seconds = claims.path(name);
        return seconds.isNumber() && seconds.asDouble() > instant.getEpochSecond();
    }

    private static boolean isSigned(String[] parts, PublicKey key, Algorithm algorithm)
            throws RefusedToken {
        try {
            Signature signature = Signature.getInstance(algorithm.platform);
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decoded(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new RefusedToken("a signature that is none");
        }
    }

    private static JsonNode json(String base64) throws RefusedToken {
        try {
            JsonNode node = JSON.readTree(decoded(base64));
            require(node.isObject(), "no JSON object");
            return node;
        } catch (JacksonException e) {
            throw new RefusedToken("no JSON");
        }
    }

    private static byte[] decoded(String base64) throws RefusedToken {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new RefusedToken("no base64");
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static void require(boolean condition, String otherwise) throws RefusedToken {
        if (!condition) {
            throw new RefusedToken(otherwise);
        }
    }

    /** Why a token is not believed; never leaves this class. */
    private static final class RefusedToken extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedToken(@Nullable String reason) {
            super(reason);
        }
    }
}
