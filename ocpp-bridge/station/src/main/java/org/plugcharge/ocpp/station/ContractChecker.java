package org.plugcharge.ocpp.station;

import java.time.Clock;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.secc.evse.Authorization.Refusal;

/** What the station itself can say of a contract's certificates; revocation only the CSMS can tell. */
final class ContractChecker {

    private final TrustAnchors anchors;
    private final Clock clock;

    ContractChecker(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * The station's own verdict.
     *
     * @param canJudge whether there is any root for contracts at the station
     */
    record Verdict(boolean canJudge, boolean valid, Refusal refusal, String text) {}

    Verdict check(Emaid emaid, CertificateChain chain) {
        return new Verdict(false, false, Refusal.CERTIFICATE_CHAIN_ERROR, "not checked " + anchors + clock + emaid + chain);
    }
}
