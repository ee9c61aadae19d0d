package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.Objects;
import java.util.Set;

/**
 * Where private keys live: software, a PKCS#11 token, a vault. They never leave it.
 *
 * <p>All methods throw {@link UnknownKeyException} for an id that is not there, and {@link
 * IllegalStateException} if the backend itself fails.
 */
public interface KeyBackend {

    /** Names one key; 1 to 64 characters a-z, 0-9, dot and hyphen. */
    record KeyId(String text) {

        /** {@link IllegalArgumentException} for another form. */
        public KeyId {
            if (!text.matches("[a-z0-9.-]{1,64}")) {
                throw new IllegalArgumentException("expected a key id of a-z, 0-9, dot and hyphen");
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** There is no such key. */
    final class UnknownKeyException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        /** Names the key. */
        public UnknownKeyException(KeyId id) {
            super("no key " + id);
        }
    }

    /** The kinds of key it can make. */
    default Set<KeyType> keyTypes() {
        return Set.of(KeyType.values());
    }

    /** Makes a P-256 key; {@link IllegalArgumentException} if the id is taken. */
    default VerificationKey generate(KeyId id) {
        return generate(id, KeyType.P256);
    }

    /**
     * Makes a key; {@link IllegalArgumentException} if the id is taken and for a kind of key this
     * backend does not have: Ed448 lives in software only.
     */
    VerificationKey generate(KeyId id, KeyType type);

    /** The public half. */
    VerificationKey publicKey(KeyId id);

    /** The signature over the message as V2G messages carry it; {@link SigningKey#sign}. */
    Bytes sign(KeyId id, Bytes message);

    /** Removes the key for good. */
    void destroy(KeyId id);

    /** One key of this backend, for those who only sign. */
    default SigningKey signingKey(KeyId id) {
        VerificationKey publicKey = publicKey(id);
        KeyBackend backend = this;
        return new SigningKey() {
            @Override
            public VerificationKey publicKey() {
                return publicKey;
            }

            @Override
            public Bytes sign(Bytes message) {
                return Objects.requireNonNull(backend).sign(id, message);
            }
        };
    }
}
