package org.plugcharge.pool.store;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Pcid;

import java.time.Instant;

/** A registered vehicle: its PCID, its provisioning chain and until when that can be used. */
public record Vehicle(Pcid pcid, CertificateChain chain, Instant validUntil) {

    /** The provisioning certificate. */
    public Certificate certificate() {
        return Certificate.parse(chain.leaf());
    }
}
