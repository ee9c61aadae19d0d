package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

/**
 * A private key that signs and shows its public half; where the private half lies is the
 * implementation's business.
 */
public interface SigningKey {

    /** The public half. */
    VerificationKey publicKey();

    /** ECDSA with SHA-256 over the message, raw form r, s (64 octets). */
    Bytes sign(Bytes message);

    /** The same signature in DER, as certificates, CSRs and OCSP responses carry it. */
    default Bytes signDer(Bytes message) {
        return EcdsaSignature.toDer(sign(message));
    }
}
