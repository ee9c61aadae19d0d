package org.plugcharge.pool.authority;

import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.Verified;

/** Whoever knows whether certificates are revoked. */
public interface StatusSource {

    /**
     * Nobody, and nobody has to: revocation is not looked at. For tests and laboratories without a
     * responder.
     */
    StatusSource NONE = _ -> RevocationSnapshot.notChecked();

    /**
     * What is known of the certificates of a path whose signatures have been checked. Asking takes
     * a chain that holds, so that nobody makes us call the address in a forged certificate.
     */
    RevocationSnapshot ask(Verified path);
}
