package org.plugcharge.ocpp.station;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.Reason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.secc.evse.Authorization.Refusal;

import java.time.Clock;
import java.util.List;

/**
 * What the station itself can say of a contract's certificates; revocation only the CSMS can tell.
 */
final class ContractChecker {

    private static final RevocationSnapshot NOT_CHECKED =
            new RevocationSnapshot(
                    RevocationSnapshot.Policy.NOT_CHECKED, List.of(), RevocationSnapshot.WEEK);

    private final TrustAnchors anchors;
    private final Clock clock;

    ContractChecker(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * The station's own verdict.
     *
     * @param canJudge whether the station knows a root the chain names; without one its opinion
     *     counts for nothing
     */
    record Opinion(boolean canJudge, boolean valid, Refusal refusal, String text) {}

    Opinion check(Emaid emaid, CertificateChain chain) {
        return switch (ChainValidator.validate(
                chain, Purpose.contractOf(emaid), anchors, NOT_CHECKED, clock.instant())) {
            case Verdict.Valid<?> _ -> new Opinion(true, true, Refusal.REFUSED, "valid");
            case Verdict.Rejected<?> rejected ->
                    new Opinion(
                            !anchors.moRoots().isEmpty() && rejected.reason() != Reason.UNTRUSTED,
                            false,
                            rejected.reason() == Reason.EXPIRED
                                    ? Refusal.CERTIFICATE_EXPIRED
                                    : Refusal.CERTIFICATE_CHAIN_ERROR,
                            "certificate "
                                    + rejected.certificateIndex()
                                    + ", rule "
                                    + rejected.rule()
                                    + ", "
                                    + rejected.reason());
        };
    }
}
