package org.plugcharge.csms.backend;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.certs.host.OcspFetcher;
import org.plugcharge.csms.contract.ChainFinding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Judges a contract's chain: first without revocation, so that nobody's address is asked on behalf
 * of a stranger's certificate, then with fresh OCSP answers. An answer kept from before counts only
 * where the responder is silent now, and only as long as the validator takes it as fresh; so a
 * revocation is seen in the next session.
 */
public final class ContractJudge {

    private static final int MAX_KEPT = 1000;
    private static final RevocationSnapshot NOT_YET =
            new RevocationSnapshot(
                    RevocationSnapshot.Policy.NOT_CHECKED, List.of(), RevocationSnapshot.WEEK);

    private final Supplier<TrustAnchors> anchors;
    private final OcspFetcher fetcher;
    private final Clock clock;
    private final Map<Certificate, OcspResponse> kept =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Certificate, OcspResponse> eldest) {
                    return size() > MAX_KEPT;
                }
            };

    /** A judge by the roots {@code anchors} gives at the time. */
    public ContractJudge(Supplier<TrustAnchors> anchors, OcspFetcher fetcher, Clock clock) {
        this.anchors = anchors;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /**
     * What is to be thought of {@code pem} as the chain of the contract {@code claimed}; asks
     * responders, so it may block.
     */
    public ChainFinding judge(Emaid claimed, String pem) {
        try {
            return judge(claimed, CertificateChain.ofPem(pem));
        } catch (IllegalArgumentException e) {
            return new ChainFinding(ChainFinding.Kind.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private ChainFinding judge(Emaid claimed, CertificateChain chain) {
        Purpose<VerifiedContract> purpose = Purpose.contractOf(claimed);
        TrustAnchors roots = anchors.get();
        return switch (ChainValidator.validate(chain, purpose, roots, NOT_YET, clock.instant())) {
            case Verdict.Rejected<VerifiedContract> rejected -> finding(rejected);
            case Verdict.Valid<VerifiedContract>(VerifiedContract genuine) -> {
                RevocationSnapshot revocation =
                        new RevocationSnapshot(
                                RevocationSnapshot.Policy.IF_ANNOUNCED,
                                answers(genuine),
                                RevocationSnapshot.WEEK);
                yield switch (ChainValidator.validate(
                        chain, purpose, roots, revocation, clock.instant())) {
                    case Verdict.Rejected<VerifiedContract> rejected -> finding(rejected);
                    case Verdict.Valid<VerifiedContract> _ ->
                            new ChainFinding(ChainFinding.Kind.VALID, "");
                };
            }
        };
    }

    private List<OcspResponse> answers(VerifiedContract contract) {
        List<OcspResponse> answers = new ArrayList<>();
        for (OcspFetcher.Outcome outcome : fetcher.ask(contract)) {
            synchronized (kept) {
                outcome.response().ifPresent(fresh -> kept.put(outcome.certificate(), fresh));
                OcspResponse known = kept.get(outcome.certificate());
                if (known != null) {
                    answers.add(known);
                }
            }
        }
        return answers;
    }

    private static ChainFinding finding(Verdict.Rejected<VerifiedContract> rejected) {
        ChainFinding.Kind kind =
                switch (rejected.reason()) {
                    case EXPIRED -> ChainFinding.Kind.EXPIRED;
                    case REVOKED -> ChainFinding.Kind.REVOKED;
                    case MALFORMED,
                            TOO_LARGE,
                            PATH_TOO_LONG,
                            UNTRUSTED,
                            BAD_SIGNATURE,
                            WRONG_KEY,
                            NOT_A_CA,
                            CA_AS_LEAF,
                            WRONG_KEY_USAGE,
                            UNKNOWN_EXTENSION,
                            WRONG_DOMAIN,
                            WRONG_NAME,
                            OTHER_IDENTITY,
                            NOT_YET_VALID,
                            STATUS_UNKNOWN ->
                            ChainFinding.Kind.WRONG;
                };
        // The validator's own text names the certificate, and with it the contract: not for a log.
        return new ChainFinding(
                kind,
                "certificate "
                        + rejected.certificateIndex()
                        + ", rule "
                        + rejected.rule()
                        + ", "
                        + rejected.reason());
    }
}
