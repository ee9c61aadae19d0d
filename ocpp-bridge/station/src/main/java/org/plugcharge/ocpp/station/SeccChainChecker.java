package org.plugcharge.ocpp.station;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.VerificationKey;

/** Whether a chain is one a car will take from this SECC: for our key, for a charge point, up to a V2G root. */
final class SeccChainChecker {

    private final TrustAnchors anchors;
    private final Clock clock;

    SeccChainChecker(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** What is wrong, or nothing. */
    Optional<String> whatIsWrong(CertificateChain chain, VerificationKey key) {
        Certificate leaf = Certificate.parse(chain.leaf());
        if (!leaf.key().equals(key)) {
            return Optional.of("the certificate is for another key");
        }
        if (!leaf.fields().domainComponents().equals(List.of("CPO"))) {
            return Optional.of("expected DC=CPO, found DC=" + leaf.fields().domainComponents());
        }
        return path(chain, clock.instant());
    }

    private Optional<String> path(CertificateChain chain, Instant now) {
        return Optional.of("not checked: " + anchors + chain + now);
    }
}
