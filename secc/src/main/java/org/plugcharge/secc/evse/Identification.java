package org.plugcharge.secc.evse;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;

/** Who wants to charge. */
public sealed interface Identification {

    /**
     * Somebody who identifies at the station or in an app; the back end knows or waits for whom.
     */
    record External() implements Identification {}

    /**
     * The holder of a contract. The certificate chain is as the vehicle sent it, and proves nothing
     * until it was validated; the vehicle's signature with the contract key is checked by the
     * session itself.
     */
    record Contract(Emaid emaid, CertificateChain chain) implements Identification {}
}
