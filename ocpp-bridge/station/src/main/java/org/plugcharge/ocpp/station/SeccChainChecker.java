package org.plugcharge.ocpp.station;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerificationKey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Whether a chain is one a car will take from this SECC: for our key, for a charge point (DC=CPO),
 * up to a V2G root.
 */
final class SeccChainChecker {

    private static final RevocationSnapshot NOT_CHECKED =
            new RevocationSnapshot(
                    RevocationSnapshot.Policy.NOT_CHECKED, List.of(), RevocationSnapshot.WEEK);

    private final TrustAnchors anchors;
    private final Clock clock;

    SeccChainChecker(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** What is wrong, or nothing. */
    Optional<String> whatIsWrong(CertificateChain chain, VerificationKey key) {
        return switch (ChainValidator.validate(
                chain, Purpose.SECC, anchors, NOT_CHECKED, clock.instant())) {
            case Verdict.Valid<?>(var proof) ->
                    proof.publicKey().equals(key)
                            ? Optional.empty()
                            : Optional.of("the certificate is for another key");
            case Verdict.Rejected<?> rejected ->
                    Optional.of(
                            "certificate "
                                    + rejected.certificateIndex()
                                    + ", "
                                    + rejected.rule()
                                    + ": "
                                    + rejected.text());
        };
    }
}
