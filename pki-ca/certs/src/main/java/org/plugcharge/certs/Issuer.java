package org.plugcharge.certs;

import java.util.Optional;

/**
 * Who signs: a CA certificate with its key, or a key alone that signs its own root certificate.
 *
 * @param certificate the CA's certificate; none while its own root certificate is made
 */
public record Issuer(Optional<Certificate> certificate, SigningKey key) {

    /** {@link IllegalArgumentException} if the key does not belong to the certificate. */
    public Issuer {
        if (certificate.isPresent() && !certificate.get().key().equals(key.publicKey())) {
            throw new IllegalArgumentException("the key does not belong to " + certificate.get());
        }
    }

    /** A CA. */
    public static Issuer of(Certificate certificate, SigningKey key) {
        return new Issuer(Optional.of(certificate), key);
    }

    /** A root in the making. */
    public static Issuer self(SigningKey key) {
        return new Issuer(Optional.empty(), key);
    }
}
