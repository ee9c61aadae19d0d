package org.plugcharge.ocpp.station;

import org.plugcharge.certs.Certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Roots in the form JSSE wants. */
final class TlsAnchors {

    private TlsAnchors() {}

    static List<X509Certificate> of(List<Certificate> roots) {
        List<X509Certificate> anchors = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate root : roots) {
                anchors.add(
                        (X509Certificate)
                                factory.generateCertificate(
                                        new ByteArrayInputStream(root.der().toArray())));
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a root that JSSE cannot read", e);
        }
        return anchors;
    }
}
