package org.plugcharge.evcc.demo;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;

/**
 * Makes a certificate that says all a genuine one says, issuer and key identifiers too, for another
 * key, signed by nobody who may.
 */
final class Forger {

    private Forger() {}

    static Bytes forge(Bytes genuine, VerificationKey key) {
        try {
            X509CertificateHolder original = new X509CertificateHolder(genuine.toArray());
            X509v3CertificateBuilder forged =
                    new X509v3CertificateBuilder(
                            original.getIssuer(),
                            original.getSerialNumber(),
                            original.getNotBefore(),
                            original.getNotAfter(),
                            original.getSubject(),
                            SubjectPublicKeyInfo.getInstance(key.spki().toArray()));
            for (Object id : original.getExtensionOIDs()) {
                Extension extension = original.getExtension((ASN1ObjectIdentifier) id);
                forged.addExtension(extension);
            }
            return Bytes.owning(
                    forged.build(new JcaContentSignerBuilder("SHA256withECDSA").build(anyKey()))
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }

    private static PrivateKey anyKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }
}
