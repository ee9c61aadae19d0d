package org.plugcharge.csms.backend;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;

import java.util.List;

/** Whoever issues the stations' SECC certificates and knows the roots of contracts. */
public interface V2gCertificateAuthority {

    /**
     * A SECC certificate in the name {@code commonName} for the key in the request, with its
     * sub-CAs, without root; {@link BackendException} if there is none.
     */
    CertificateChain enrolSecc(CertificateRequest request, String commonName);

    /** The roots that vouch for contracts; {@link BackendException} if they cannot be had. */
    List<Certificate> moRoots();
}
