package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/**
 * A private key some provider holds: in its native memory, or on a token from which it never comes.
 */
record ProviderKey(VerificationKey publicKey, Crypto crypto, PrivateKey key) implements SigningKey {

    @Override
    public Bytes sign(Bytes message) {
        return EcdsaSignature.toRaw(signDer(message), type());
    }

    @Override
    public Bytes signDer(Bytes message) {
        try {
            return crypto.sign(type(), key, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider does not sign: " + e.getMessage(), e);
        }
    }

    private KeyType type() {
        return publicKey.type().orElseThrow();
    }

    /** The public half only. */
    @Override
    public String toString() {
        return "ProviderKey[" + publicKey.keyIdentifier() + "]";
    }
}
