package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.Objects;

/**
 * Where private keys live: software, a PKCS#11 token, a vault. Keys are P-256 and never leave it.
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

    /** Makes a key; {@link IllegalArgumentException} if the id is taken. */
    VerificationKey generate(KeyId id);

    /** The public half. */
    VerificationKey publicKey(KeyId id);

    /** ECDSA with SHA-256 over the message, raw form r, s (64 octets). */
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
