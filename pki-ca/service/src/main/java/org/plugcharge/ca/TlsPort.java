package org.plugcharge.ca;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.exi.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The second port: TLS 1.2 and 1.3 with a certificate from the operator's root, which is renewed a
 * month before its end. It asks for client certificates and takes any that can be read; who they
 * stand for is decided by {@link Authentication}.
 */
final class TlsPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsPort.class);
    private static final Duration RENEWAL = Duration.ofDays(30);
    private static final int MAX_HEADER_OCTETS = 8_192;

    private final Connector connector;
    private final PkiCaOptions.Tls options;
    private final Authorities authorities;
    private final InstantSource clock;
    private final Repeated renewal;
    private Instant notAfter = Instant.MIN;

    private TlsPort(
            Connector connector,
            PkiCaOptions.Tls options,
            Authorities authorities,
            InstantSource clock)
            throws IOException {
        this.connector = connector;
        this.options = options;
        this.authorities = authorities;
        this.clock = clock;
        renewIfDue();
        this.renewal = new Repeated("tls-certificate", this::renewQuietly);
    }

    /** Opens it beside the plain port; the operator's root must be there. */
    static TlsPort open(
            TomcatWebServer server,
            String address,
            PkiCaOptions.Tls options,
            Authorities authorities,
            InstantSource clock)
            throws IOException {
        Connector plain = server.getTomcat().getConnector();
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(options.port());
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setEncodedSolidusHandling(plain.getEncodedSolidusHandling());
        AbstractHttp11Protocol<?> protocol = protocol(connector);
        protocol.setAddress(InetAddress.getByName(address));
        protocol.setSSLEnabled(true);
        protocol.setMaxHttpRequestHeaderSize(MAX_HEADER_OCTETS);
        AbstractHttp11Protocol<?> known = protocol(plain);
        protocol.setConnectionTimeout(known.getConnectionTimeout());
        protocol.setKeepAliveTimeout(known.getKeepAliveTimeout());
        protocol.setMaxSwallowSize(known.getMaxSwallowSize());
        protocol.setExecutor(known.getExecutor());
        TlsPort port = new TlsPort(connector, options, authorities, clock);
        server.getTomcat().getService().addConnector(connector);
        return port;
    }

    /** Where it listens. */
    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        renewal.close();
    }

    private Duration renewQuietly() {
        try {
            renewIfDue();
        } catch (IOException | RuntimeException e) {
            LOG.error("the server's own certificate was not renewed", e);
        }
        return Duration.ofHours(1);
    }

    private synchronized void renewIfDue() throws IOException {
        Instant now = clock.instant();
        if (notAfter.isAfter(now.plus(RENEWAL))) {
            return;
        }
        SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
        CertificateOrder order =
                CertificateOrder.of(
                                Iso2Profile.TLS_SERVER,
                                Subject.named(options.names().getFirst()).of("plugcharge"),
                                key.publicKey())
                        .forHosts(options.names());
        Certificate certificate = authorities.issueOwn(order, now).certificate();
        try {
            protocol(connector).addSslHostConfig(configuration(key, certificate), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        notAfter = certificate.fields().notAfter();
        LOG.info("tls certificate serial={} notAfter={}", certificate.fields().serial(), notAfter);
    }

    private static SSLHostConfig configuration(SoftwareKey key, Certificate certificate)
            throws GeneralSecurityException, IOException {
        SSLHostConfig configuration = new SSLHostConfig();
        configuration.setProtocols("TLSv1.2+TLSv1.3");
        configuration.setCertificateVerification("optional");
        configuration.setTrustManagerClassName(AnyCertificate.class.getName());
        SSLHostConfigCertificate own =
                new SSLHostConfigCertificate(configuration, SSLHostConfigCertificate.Type.EC);
        own.setCertificateKeystore(keyStore(key, certificate));
        own.setCertificateKeyPassword("");
        configuration.addCertificate(own);
        return configuration;
    }

    private static KeyStore keyStore(SoftwareKey key, Certificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        PrivateKey platform =
                KeyFactory.getInstance("EC")
                        .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8().toArray()));
        store.setKeyEntry(
                "server",
                platform,
                new char[0],
                new java.security.cert.Certificate[] {platform(certificate.der())});
        return store;
    }

    private static java.security.cert.Certificate platform(Bytes der)
            throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der.toArray()));
    }

    private static AbstractHttp11Protocol<?> protocol(Connector connector) {
        return (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    }
}
