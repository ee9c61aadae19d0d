package org.plugcharge.certs;

import java.util.List;

/** A vehicle's provisioning certificate whose chain was validated. */
public final class VerifiedProvisioning extends Verified {

    private final Pcid pcid;

    VerifiedProvisioning(List<Certificate> path, Pcid pcid) {
        super(path);
        this.pcid = pcid;
    }

    /** Which vehicle it is. */
    public Pcid pcid() {
        return pcid;
    }
}
