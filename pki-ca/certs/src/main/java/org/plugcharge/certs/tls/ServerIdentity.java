package org.plugcharge.certs.tls;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/**
 * A certificate chain that a station can show, with its key.
 *
 * @param root the certificate (DER) the chain leads to; it is never sent
 * @param ocspResponses DER OCSPResponse of each certificate of the chain, leaf first, of no length
 *     where there is none; an empty list when there is nothing to staple at all
 */
public record ServerIdentity(
        CertificateChain chain, PrivateKey key, Bytes root, List<Bytes> ocspResponses) {

    /** {@link IllegalArgumentException} if there are staples, but not one for each certificate. */
    public ServerIdentity {
        ocspResponses = List.copyOf(ocspResponses);
        int certificates = 1 + chain.subCertificates().size();
        if (!ocspResponses.isEmpty() && ocspResponses.size() != certificates) {
            throw new IllegalArgumentException(
                    ocspResponses.size() + " OCSP responses for " + certificates + " certificates");
        }
    }

    /** A chain with a key held in memory, nothing to staple. */
    public static ServerIdentity of(CertificateChain chain, SoftwareKey key, Certificate root) {
        try {
            PrivateKey privateKey =
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8().toArray()));
            return new ServerIdentity(chain, privateKey, root.der(), List.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a P-256 key could not be handed to TLS", e);
        }
    }

    /** The same with responses to staple, leaf first. */
    public ServerIdentity stapling(List<Bytes> responses) {
        return new ServerIdentity(chain, key, root, responses);
    }
}
