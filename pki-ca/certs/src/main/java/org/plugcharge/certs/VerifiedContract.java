package org.plugcharge.certs;

import java.util.List;

/** A contract certificate whose chain was validated. */
public final class VerifiedContract extends Verified {

    private final Emaid emaid;

    VerifiedContract(List<Certificate> path, Emaid emaid) {
        super(path);
        this.emaid = emaid;
    }

    /** Whose contract it is. */
    public Emaid emaid() {
        return emaid;
    }
}
