package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

/**
 * A private key that signs and shows its public half; where the private half lies is the
 * implementation's business.
 */
public interface SigningKey {

    /** The public half. */
    VerificationKey publicKey();

    /**
     * The signature over the message by the algorithm of the key's {@link KeyType}, as V2G messages
     * carry it: ECDSA r, s, or the octets of Ed448.
     */
    Bytes sign(Bytes message);

    /** The same signature as certificates, CSRs and OCSP responses carry it: DER for ECDSA. */
    default Bytes signDer(Bytes message) {
        Bytes raw = sign(message);
        return publicKey().type().filter(KeyType.ED448::equals).isPresent()
                ? raw
                : EcdsaSignature.toDer(raw);
    }
}
