package org.plugcharge.certs;

import java.util.List;

/** A station's TLS certificate whose chain was validated. */
public final class VerifiedSecc extends Verified {

    private final String name;

    VerifiedSecc(List<Certificate> path, String name) {
        super(path);
        this.name = name;
    }

    /** The station's name: an EVSE id or whatever its operator chose. */
    public String name() {
        return name;
    }
}
