package org.plugcharge.certs;

import java.util.List;

/** A station's TLS certificate whose chain was validated. */
public final class VerifiedSecc extends Verified {

    VerifiedSecc(List<Certificate> path) {
        super(path);
    }

    /** The station's name: an EVSE id or whatever its operator chose. */
    public String name() {
        return leaf().commonName().orElseThrow();
    }
}
