package org.plugcharge.ca;

import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.exi.Bytes;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client certificate through the handshake that can be read and whose key can be used
 * here. TLS proves that the client holds the key; what the certificate is worth is looked up in the
 * tables afterwards, octet by octet, so that no chain has to be believed.
 */
public final class AnyCertificate extends X509ExtendedTrustManager {

    /** Made by Tomcat, by name. */
    public AnyCertificate() {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication)
            throws CertificateException {
        try {
            Bytes der = Bytes.owning(chain[0].getEncoded());
            if (org.plugcharge.certs.Certificate.parse(der).key().type().isEmpty()) {
                throw new CertificateException("expected a P-256, P-521 or Ed448 key");
            }
        } catch (MalformedCertificateException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authentication);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authentication);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication)
            throws CertificateException {
        throw new CertificateException("this side is never a TLS client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authentication);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authentication);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
