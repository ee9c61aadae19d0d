package org.plugcharge.pool.authority;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Iso2Profile;

import java.time.Instant;
import java.util.Optional;

/** Whoever issues our certificates. */
public interface CertificateAuthority {

    /**
     * Issues a certificate of this profile for the key in the request, ending at {@code notAfter}
     * at the latest; the answer has the sub-CAs, nearest first, without root. {@link
     * AuthorityException} if the authority refuses or can't be reached.
     */
    CertificateChain enrol(
            Iso2Profile profile, CertificateRequest request, Optional<Instant> notAfter);

    /**
     * Revokes a certificate; nothing happens if it is revoked already. {@link AuthorityException}
     * as above.
     */
    void revoke(Certificate certificate);
}
