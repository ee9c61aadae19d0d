package org.plugcharge.certs;

import java.util.List;

/**
 * A server's TLS certificate whose chain was validated; the caller still compares the host name.
 */
public final class VerifiedServer extends Verified {

    VerifiedServer(List<Certificate> path) {
        super(path);
    }

    /** DNS names and addresses the certificate is for. */
    public List<String> hostNames() {
        return leaf().fields().hostNames();
    }
}
