package org.plugcharge.certs.host;

import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultConfig;
import io.github.jopenlibs.vault.VaultException;
import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import io.github.jopenlibs.vault.response.AuthResponse;
import io.github.jopenlibs.vault.response.LogicalResponse;
import io.github.jopenlibs.vault.response.LookupResponse;

import org.bouncycastle.asn1.ASN1Sequence;
import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.EcdsaSignature;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in the Transit engine of a HashiCorp Vault or OpenBao: P-256 and P-521, not exportable.
 * Transit has no Ed448.
 *
 * <p>Only digests are sent there, never messages. The first version of a key is the only one used:
 * rotating it there does not change what certificates were issued for. The token is renewed when
 * two thirds of its life are over; with AppRole a lost token is replaced by a new login.
 */
public final class VaultKeyBackend implements KeyBackend {

    private static final int TIMEOUT_SECONDS = 15;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int FIRST_VERSION = 1;

    private final Settings settings;
    private final Clock clock;
    private Session session;

    /** How we show who we are. */
    public sealed interface Login {
        /** A token somebody gave us. */
        record Token(String token) implements Login {
            @Override
            public String toString() {
                return "Token[...]";
            }
        }

        /** A role with its secret, exchanged for a token. */
        record AppRole(String roleId, String secretId) implements Login {
            @Override
            public String toString() {
                return "AppRole[" + roleId + "]";
            }
        }
    }

    /**
     * Where the vault is.
     *
     * @param address as in {@code https://vault.example:8200}
     * @param mount where the Transit engine is mounted, as in {@code transit}
     */
    public record Settings(String address, String mount, Login login) {}

    /** A vault seen through one token. */
    private record Session(Vault vault, Instant since, Duration life, boolean renewable) {

        boolean isDue(Instant now) {
            return !life.isZero() && now.isAfter(since.plusMillis(life.toMillis() * 2 / 3));
        }
    }

    /** What is asked of the vault. */
    private interface Question {
        LogicalResponse ask(Vault vault) throws VaultException;
    }

    /** Logs in; {@link IllegalStateException} with the vault's answer if that fails. */
    public VaultKeyBackend(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = login();
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.P256, KeyType.P521);
    }

    @Override
    public VerificationKey generate(KeyId id, KeyType type) {
        if (type == KeyType.ED448) {
            throw new IllegalArgumentException("Vault's Transit engine has no Ed448");
        }
        if (find(id).isPresent()) {
            throw new IllegalArgumentException("key " + id + " exists");
        }
        String kind = type == KeyType.P256 ? "ecdsa-p256" : "ecdsa-p521";
        write("keys/" + id, Map.of("type", kind, "exportable", false));
        return publicKey(id);
    }

    @Override
    public VerificationKey publicKey(KeyId id) {
        return find(id).orElseThrow(() -> new UnknownKeyException(id));
    }

    @Override
    public Bytes sign(KeyId id, Bytes message) {
        KeyType type = publicKey(id).type().orElseThrow();
        return EcdsaSignature.toRaw(signDer(id, type, message), type);
    }

    private Bytes signDer(KeyId id, KeyType type, Bytes message) {
        boolean p256 = type == KeyType.P256;
        Bytes digest = digest(p256 ? "SHA-256" : "SHA-512", message);
        JsonObject data =
                write(
                        "sign/" + id + (p256 ? "/sha2-256" : "/sha2-512"),
                        Map.of(
                                "input",
                                Base64.getEncoder().encodeToString(digest.toArray()),
                                "prehashed",
                                true,
                                "marshaling_algorithm",
                                "asn1",
                                "key_version",
                                FIRST_VERSION));
        String text = String.valueOf(data.getString("signature"));
        Bytes der = decode(text.substring(text.lastIndexOf(':') + 1));
        if (ASN1Sequence.getInstance(der.toArray()).size() != 2) {
            throw new IllegalStateException("expected an ECDSA signature of the vault");
        }
        return der;
    }

    @Override
    public void destroy(KeyId id) {
        publicKey(id);
        write("keys/" + id + "/config", Map.of("deletion_allowed", true));
        LogicalResponse answer =
                ask(vault -> vault.logical().delete(settings.mount() + "/keys/" + id));
        check(answer, "delete keys/" + id);
    }

    /** A key that asks once for its public half and then only signs. */
    @Override
    public org.plugcharge.certs.SigningKey signingKey(KeyId id) {
        VerificationKey publicKey = publicKey(id);
        KeyType type = publicKey.type().orElseThrow();
        return new VaultKey(this, id, type, publicKey);
    }

    private record VaultKey(
            VaultKeyBackend backend, KeyId id, KeyType type, VerificationKey publicKey)
            implements org.plugcharge.certs.SigningKey {

        @Override
        public Bytes sign(Bytes message) {
            return EcdsaSignature.toRaw(signDer(message), type);
        }

        @Override
        public Bytes signDer(Bytes message) {
            return backend.signDer(id, type, message);
        }
    }

    private Optional<VerificationKey> find(KeyId id) {
        LogicalResponse answer =
                ask(vault -> vault.logical().read(settings.mount() + "/keys/" + id));
        if (status(answer) == NOT_FOUND) {
            return Optional.empty();
        }
        check(answer, "read keys/" + id);
        @Nullable JsonValue versions = answer.getDataObject().get("keys");
        @Nullable JsonValue first =
                versions == null ? null : versions.asObject().get(Integer.toString(FIRST_VERSION));
        if (first == null || !first.isObject()) {
            throw new IllegalStateException(
                    "the vault's key " + id + " has no version 1 with a public key");
        }
        String pem = String.valueOf(first.asObject().getString("public_key"));
        return Pem.blocks("PUBLIC KEY", pem).stream().map(VerificationKey::of).findFirst();
    }

    private JsonObject write(String path, Map<String, Object> body) {
        LogicalResponse answer =
                ask(vault -> vault.logical().write(settings.mount() + "/" + path, body));
        check(answer, "write " + path);
        @Nullable JsonObject data = answer.getDataObject();
        return data == null ? new JsonObject() : data;
    }

    private static void check(LogicalResponse answer, String what) {
        if (status(answer) >= 300) {
            throw new IllegalStateException(
                    "the vault refuses to %s: status %d".formatted(what, status(answer)));
        }
    }

    private static int status(LogicalResponse answer) {
        return answer.getRestResponse().getStatus();
    }

    /** Asks with a token that lives; once more with a new one if the vault no longer knows it. */
    private LogicalResponse ask(Question question) {
        try {
            return refusedOnce(question);
        } catch (VaultException e) {
            throw new IllegalStateException("the vault does not answer: " + e.getMessage(), e);
        }
    }

    private LogicalResponse refusedOnce(Question question) throws VaultException {
        try {
            LogicalResponse answer = question.ask(current().vault());
            return status(answer) == FORBIDDEN && settings.login() instanceof Login.AppRole
                    ? question.ask(renewed(login()).vault())
                    : answer;
        } catch (VaultException e) {
            if (e.getHttpStatusCode() != FORBIDDEN
                    || !(settings.login() instanceof Login.AppRole)) {
                throw e;
            }
            return question.ask(renewed(login()).vault());
        }
    }

    private synchronized Session current() {
        if (session.isDue(clock.instant())) {
            session = renew(session);
        }
        return session;
    }

    private synchronized Session renewed(Session fresh) {
        session = fresh;
        return fresh;
    }

    private Session renew(Session old) {
        if (old.renewable()) {
            try {
                AuthResponse answer = old.vault().auth().renewSelf();
                return new Session(
                        old.vault(),
                        clock.instant(),
                        Duration.ofSeconds(answer.getAuthLeaseDuration()),
                        answer.isAuthRenewable());
            } catch (VaultException e) {
                if (settings.login() instanceof Login.Token) {
                    throw new IllegalStateException(
                            "the vault does not renew the token: " + e.getMessage(), e);
                }
            }
        }
        return settings.login() instanceof Login.AppRole ? login() : old;
    }

    private Session login() {
        try {
            return switch (settings.login()) {
                case Login.Token(String token) -> session(token);
                case Login.AppRole(String roleId, String secretId) -> {
                    AuthResponse answer = vault("").auth().loginByAppRole(roleId, secretId);
                    yield new Session(
                            vault(answer.getAuthClientToken()),
                            clock.instant(),
                            Duration.ofSeconds(answer.getAuthLeaseDuration()),
                            answer.isAuthRenewable());
                }
            };
        } catch (VaultException e) {
            throw new IllegalStateException(
                    "no login at the vault %s: %s".formatted(settings.address(), e.getMessage()),
                    e);
        }
    }

    private Session session(String token) throws VaultException {
        Vault vault = vault(token);
        LookupResponse known = vault.auth().lookupSelf();
        return new Session(
                vault, clock.instant(), Duration.ofSeconds(known.getTTL()), known.isRenewable());
    }

    private Vault vault(String token) throws VaultException {
        VaultConfig config =
                new VaultConfig()
                        .address(settings.address())
                        .engineVersion(1)
                        .openTimeout(TIMEOUT_SECONDS)
                        .readTimeout(TIMEOUT_SECONDS);
        if (!token.isEmpty()) {
            config.token(token);
        }
        return Vault.create(config.build());
    }

    private static Bytes digest(String hash, Bytes message) {
        try {
            return Bytes.owning(MessageDigest.getInstance(hash).digest(message.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes decode(String base64) {
        try {
            return Bytes.owning(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("expected base64 of the vault", e);
        }
    }
}
