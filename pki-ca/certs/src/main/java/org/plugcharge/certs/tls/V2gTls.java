package org.plugcharge.certs.tls;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsKeyExchangeFactory;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsKeyExchange;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;

/** The numbers of the ISO 15118-2 TLS profile, and what both ends share. */
final class V2gTls {

    static final int[] CIPHER_SUITES = {
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
        CipherSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256,
    };
    static final ProtocolVersion[] VERSIONS = ProtocolVersion.TLSv12.only();
    static final int GROUP = NamedGroup.secp256r1;
    static final SignatureAndHashAlgorithm ECDSA_SHA256 =
            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);

    /** Leaf and three Sub-CAs at most [V2G2-009]; one more so that our own check says so. */
    static final int MAX_CHAIN_LENGTH = 5;

    /**
     * Chain of at most five certificates of 800 octets, with room for what other stacks make of
     * them.
     */
    static final int MAX_HANDSHAKE_MESSAGE = 16 * 1024;

    static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private V2gTls() {}

    static JcaTlsCrypto crypto(SecureRandom random) {
        return new JcaTlsCryptoProvider().setProvider(BOUNCY_CASTLE).create(random);
    }

    /** The only signature algorithm of the profile, as the vector that Bouncy Castle takes. */
    @SuppressWarnings("JdkObsolete")
    static Vector<SignatureAndHashAlgorithm> signatureAlgorithms() {
        return new Vector<>(List.of(ECDSA_SHA256));
    }

    static TlsKeyExchangeFactory keyExchanges(JcaTlsCrypto crypto) {
        return new DefaultTlsKeyExchangeFactory() {
            @Override
            public TlsKeyExchange createECDHKeyExchange(int keyExchange) {
                return new StaticEcdh(keyExchange, crypto);
            }
        };
    }

    static Certificate certificate(CertificateChain chain, JcaTlsCrypto crypto) throws IOException {
        List<TlsCertificate> certificates = new ArrayList<>();
        certificates.add(crypto.createCertificate(chain.leaf().toArray()));
        for (Bytes subCertificate : chain.subCertificates()) {
            certificates.add(crypto.createCertificate(subCertificate.toArray()));
        }
        return new Certificate(certificates.toArray(TlsCertificate[]::new));
    }

    static CertificateChain chain(Certificate certificate) throws IOException {
        List<Bytes> subCertificates = new ArrayList<>();
        for (int i = 1; i < certificate.getLength(); i++) {
            subCertificates.add(Bytes.owning(certificate.getCertificateAt(i).getEncoded()));
        }
        return new CertificateChain(
                Bytes.owning(certificate.getCertificateAt(0).getEncoded()), subCertificates);
    }

    static String name(int cipherSuite) {
        return switch (cipherSuite) {
            case CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 ->
                    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256";
            case CipherSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256 ->
                    "TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256";
            default ->
                    throw new IllegalStateException(
                            "suite %04x was agreed but never offered".formatted(cipherSuite));
        };
    }
}
