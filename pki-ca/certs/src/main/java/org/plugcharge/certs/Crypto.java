package org.plugcharge.certs;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/**
 * One cryptographic provider, passed explicitly: nothing is ever registered with {@link Security}.
 */
record Crypto(Provider provider) {

    static final Crypto BOUNCY_CASTLE = new Crypto(new BouncyCastleProvider());
    static final Crypto BEST = BOUNCY_CASTLE;

    /** The providers of the JDK. */
    static Crypto jdk() {
        return new Crypto(Security.getProvider("SunEC"));
    }

    PublicKey publicKey(Bytes spki) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", provider)
                .generatePublic(new X509EncodedKeySpec(spki.toArray()));
    }

    boolean verifies(PublicKey key, Bytes message, byte[] derSignature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA", provider);
            verifier.initVerify(key);
            verifier.update(message.toArray());
            return verifier.verify(derSignature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
