package org.plugcharge.ca;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
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

    /** What is accepted; {@code none} and everything symmetric is not. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    /**
     * A right no name falls under: a common name has at most 64 characters, its hyphens included.
     */
    private static final String NOBODY = "wmi:" + "Z".repeat(64);

    private final TokenIssuer issuer;
    private final DefaultJWTProcessor<SecurityContext> signatures;

    JwtClients(TokenIssuer issuer, JWKSource<SecurityContext> keys) {
        this.issuer = issuer;
        this.signatures = signatures(keys);
    }

    /**
     * Whose tokens are believed.
     *
     * @param name the {@code iss} of its tokens
     * @param audience what has to stand in {@code aud}
     */
    record TokenIssuer(String name, String audience) {}

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
        require(token.length() <= MAX_CHARACTERS, "too long");
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            require(jwt.getHeader().getCriticalParams() == null, "a critical header");
            JWTClaimsSet claims = signatures.process(jwt, null);
            new ClaimsAt(issuer, now).verify(claims, null);
            return client(claims);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new RefusedToken(Problem.shown(String.valueOf(e.getMessage())));
        }
    }

    private static Client client(JWTClaimsSet claims) throws RefusedToken {
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

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Issuer, audience and times; the library's own clock is the machine's. */
    private static final class ClaimsAt extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Instant now;

        ClaimsAt(TokenIssuer issuer, Instant now) {
            super(
                    issuer.audience(),
                    new JWTClaimsSet.Builder().issuer(issuer.name()).build(),
                    Set.of("exp"));
            this.now = now;
            setMaxClockSkew((int) LEEWAY.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(now);
        }
    }

    private static DefaultJWTProcessor<SecurityContext> signatures(
            JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        null,
                        JOSEObjectType.JWT,
                        new JOSEObjectType("at+jwt"),
                        new JOSEObjectType("application/at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(null);
        return processor;
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
