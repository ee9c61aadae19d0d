package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.List;

/**
 * A leaf and its sub-CA certificates as octets, in the order the other side gave them, without
 * root. Nothing is checked.
 *
 * @param subCertificates at most {@value #MAX_SUB_CERTIFICATES}
 */
public record CertificateChain(Bytes leaf, List<Bytes> subCertificates) {

    /** The schema of ISO 15118-2 allows four; OCPP chains may repeat the root. */
    public static final int MAX_SUB_CERTIFICATES = 8;

    /** Copies the list; {@link IllegalArgumentException} if it is too long. */
    public CertificateChain {
        if (subCertificates.size() > MAX_SUB_CERTIFICATES) {
            throw new IllegalArgumentException(
                    "chain of "
                            + subCertificates.size()
                            + " sub-certificates, at most "
                            + MAX_SUB_CERTIFICATES);
        }
        subCertificates = List.copyOf(subCertificates);
    }

    /** A chain of read certificates, leaf first. */
    public static CertificateChain of(Certificate leaf, Certificate... subCertificates) {
        return new CertificateChain(
                leaf.der(), List.of(subCertificates).stream().map(Certificate::der).toList());
    }

    /**
     * Reads concatenated PEM, leaf first; {@link MalformedCertificateException} if it holds no
     * certificate.
     */
    public static CertificateChain ofPem(String pem) {
        List<Bytes> certificates = Pem.certificates(pem);
        if (certificates.isEmpty()) {
            throw new MalformedCertificateException("no certificate in the PEM text");
        }
        return new CertificateChain(
                certificates.getFirst(), certificates.subList(1, certificates.size()));
    }

    /** Leaf, then sub-CA certificates. */
    public List<Bytes> all() {
        List<Bytes> all = new ArrayList<>();
        all.add(leaf);
        all.addAll(subCertificates);
        return List.copyOf(all);
    }

    /** Concatenated PEM, leaf first. */
    public String pem() {
        return Pem.ofCertificates(all());
    }
}
