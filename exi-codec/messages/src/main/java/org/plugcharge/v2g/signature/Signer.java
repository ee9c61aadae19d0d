package org.plugcharge.v2g.signature;

import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * Signs a message (not its digest); the result is r and s, each of full length, one behind the
 * other, or the value of Ed448. The key may lie in an HSM.
 */
@FunctionalInterface
public interface Signer {

    /** The signature value. */
    Bytes sign(Bytes message);

    /**
     * Signs with a key of the Java platform; {@link IllegalArgumentException} if the key is of
     * another kind than the suite needs.
     */
    static Signer of(PrivateKey key, SignatureSuite suite) {
        return message -> {
            try {
                Signature signature = Signature.getInstance(suite.algorithm());
                signature.initSign(key);
                signature.update(message.toArray());
                Bytes value = Bytes.owning(signature.sign());
                return suite.isEcdsa() ? EcdsaValue.fromDer(value, suite.halfLength()) : value;
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(
                        "cannot sign with this key: " + e.getMessage(), e);
            }
        };
    }
}
