package org.plugcharge.certs;

/**
 * A certificate with its private key in memory; {@link IllegalArgumentException} if they do not
 * belong together.
 */
public record KeyedCertificate(Certificate certificate, SoftwareKey key) {

    /** Checks that the key is the certificate's. */
    public KeyedCertificate {
        if (!certificate.key().equals(key.publicKey())) {
            throw new IllegalArgumentException("the key does not belong to " + certificate);
        }
    }

    Issuer issuer() {
        return Issuer.of(certificate, key);
    }
}
