package org.plugcharge.certs.tls;

import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.tls.AbstractTlsKeyExchange;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsCredentialedAgreement;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JceTlsECDomain;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/**
 * The key exchange of the second suite of ISO 15118-2: the station's certificate key takes part in
 * ECDH itself (RFC 8422 section 2.1 in its older form, RFC 4492). Bouncy Castle's own asks the
 * client for a certificate, which ISO 15118-2 vehicles have not.
 */
final class StaticEcdh extends AbstractTlsKeyExchange {

    private final JceTlsECDomain domain;
    private @Nullable PrivateKey ownKey;
    private @Nullable PublicKey peerKey;

    StaticEcdh(int keyExchange, JcaTlsCrypto crypto) {
        super(keyExchange);
        this.domain = new JceTlsECDomain(crypto, new TlsECConfig(V2gTls.GROUP));
    }

    /**
     * The station's static key, carried through Bouncy Castle to {@link #processServerCredentials}.
     */
    record Credentials(org.bouncycastle.tls.Certificate certificate, PrivateKey key)
            implements TlsCredentialedAgreement {
        @Override
        public org.bouncycastle.tls.Certificate getCertificate() {
            return certificate;
        }

        @Override
        public TlsSecret generateAgreement(TlsCertificate peer) {
            throw new IllegalStateException(
                    "static ECDH agrees on the ClientKeyExchange, not on a certificate");
        }
    }

    @Override
    public void skipServerCredentials() throws IOException {
        throw new TlsFatalAlert(AlertDescription.internal_error);
    }

    @Override
    public void processServerCredentials(TlsCredentials credentials) throws IOException {
        if (!(credentials instanceof Credentials own)) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        ownKey = own.key();
    }

    @Override
    public void processServerCertificate(org.bouncycastle.tls.Certificate certificate)
            throws IOException {
        try {
            byte[] publicKey =
                    Certificate.getInstance(certificate.getCertificateAt(0).getEncoded())
                            .getSubjectPublicKeyInfo()
                            .getEncoded();
            peerKey =
                    KeyFactory.getInstance("EC", V2gTls.BOUNCY_CASTLE)
                            .generatePublic(new X509EncodedKeySpec(publicKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, e);
        }
    }

    @Override
    public void processClientCredentials(TlsCredentials credentials) throws IOException {
        throw new TlsFatalAlert(AlertDescription.internal_error);
    }

    @Override
    public void generateClientKeyExchange(OutputStream out) throws IOException {
        KeyPair ephemeral = domain.generateKeyPair();
        ownKey = ephemeral.getPrivate();
        TlsUtils.writeOpaque8(domain.encodePublicKey(ephemeral.getPublic()), out);
    }

    @Override
    public void processClientKeyExchange(InputStream in) throws IOException {
        peerKey = domain.decodePublicKey(TlsUtils.readOpaque8(in, 1));
    }

    /**
     * Concerns vehicles with a certificate, of which there are none; "no" would have Bouncy Castle
     * ask for one.
     */
    @Override
    public boolean requiresCertificateVerify() {
        return true;
    }

    @Override
    public TlsSecret generatePreMasterSecret() throws IOException {
        if (ownKey == null || peerKey == null) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        return domain.calculateECDHAgreement(ownKey, peerKey);
    }
}
