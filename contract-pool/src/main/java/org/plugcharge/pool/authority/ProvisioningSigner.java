package org.plugcharge.pool.authority;

import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.VerifiedCps;

/**
 * A provisioning service's certificate and key, by which contract data is signed under one V2G
 * root.
 */
public record ProvisioningSigner(VerifiedCps certificate, SigningKey key) {

    /** {@link IllegalArgumentException} if the key does not belong to the certificate. */
    public ProvisioningSigner {
        if (!certificate.publicKey().equals(key.publicKey())) {
            throw new IllegalArgumentException("the key does not belong to " + certificate);
        }
    }
}
