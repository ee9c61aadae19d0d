package org.plugcharge.certs;

import java.util.List;

/**
 * A certificate provisioning service's certificate whose chain was validated: it may sign contract
 * data.
 */
public final class VerifiedCps extends Verified {

    VerifiedCps(List<Certificate> path) {
        super(path);
    }
}
