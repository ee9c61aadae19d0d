package org.plugcharge.csms;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Issuer;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.ToBeSigned;
import org.plugcharge.exi.Bytes;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the CSMS shows to stations in TLS. */
final class ServerIdentity {

    /**
     * Where the certificate of a self-made root would be asked for its status; nothing answers
     * there.
     */
    private static final String NO_STATUS = "http://ocsp.invalid/";

    private ServerIdentity() {}

    /** An identity and the root stations have to trust, if it was made here. */
    record Made(CsmsOptions.Tls tls, Optional<Certificate> root) {}

    /** A fresh root, and a certificate by it for this host. */
    static Made selfMade(String host, Instant now) {
        Entropy entropy = Entropy.system(new SecureRandom());
        SoftwareKey rootKey = SoftwareKey.generate(entropy);
        Certificate root =
                ToBeSigned.prepare(
                                CertificateOrder.of(
                                        Iso2Profile.OPERATOR_ROOT,
                                        Subject.named("CSMS root made at " + now.getEpochSecond()),
                                        rootKey.publicKey()),
                                Issuer.self(rootKey),
                                now,
                                entropy)
                        .sign(rootKey);
        SoftwareKey key = SoftwareKey.generate(entropy);
        Certificate leaf =
                ToBeSigned.prepare(
                                CertificateOrder.of(
                                                Iso2Profile.TLS_SERVER,
                                                Subject.named(host),
                                                key.publicKey())
                                        .statusAt(NO_STATUS)
                                        .forHosts(List.of("localhost", host)),
                                Issuer.of(root, rootKey),
                                now,
                                entropy)
                        .sign(rootKey);
        return new Made(new CsmsOptions.Tls(CertificateChain.of(leaf), key), Optional.of(root));
    }

    static SslContext context(CsmsOptions.Tls tls) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (Bytes der : tls.chain().all()) {
                chain.add(
                        (X509Certificate)
                                factory.generateCertificate(
                                        new ByteArrayInputStream(der.toArray())));
            }
            PrivateKey key =
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(tls.key().pkcs8().toArray()));
            return SslContextBuilder.forServer(key, chain.toArray(X509Certificate[]::new))
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalArgumentException(
                    "cannot use this certificate and key for TLS: " + e.getMessage(), e);
        }
    }
}
