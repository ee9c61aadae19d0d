package org.plugcharge.secc.session.iso2;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.MalformedCertificateException;

import java.security.PublicKey;
import java.util.Optional;

/**
 * A contract as a vehicle presents it: readable, not believed. The key is the one its signatures
 * are checked with; whether the certificate is worth anything is for the validator to say.
 */
record PresentedContract(Emaid emaid, CertificateChain chain, PublicKey key) {

    /**
     * Reads the leaf; empty for octets that are no certificate, no P-256 key, or no eMAID in its
     * common name.
     */
    static Optional<PresentedContract> read(CertificateChain chain) {
        try {
            Certificate leaf = Certificate.parse(chain.leaf());
            return leaf.commonName()
                    .filter(_ -> leaf.key().isP256())
                    .map(name ->
                            new PresentedContract(Emaid.parse(name), chain, leaf.key().platform()));
        } catch (MalformedCertificateException | IdentifierException e) {
            return Optional.empty();
        }
    }
}
