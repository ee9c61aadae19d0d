package org.plugcharge.secc.session.iso2;

import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.EvilChain;
import org.plugcharge.certs.EvilCorpus;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Reason;
import org.plugcharge.certs.Verdict;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;

import java.util.List;
import java.util.Optional;

/** Contract chains that are wrong, and a station that looks at them itself. */
final class Contracts {

    private static final Bytes SEED = Bytes.fromHex("00");

    /** Made once: some sixty chains. */
    private static final class Corpus {
        static final List<EvilChain> ALL = EvilCorpus.all(SEED, Walk.START);
        static final String EMAID =
                EvilCorpus.pki(SEED, Walk.START)
                        .certificate(Iso2Profile.CONTRACT_LEAF)
                        .commonName()
                        .orElseThrow();
    }

    /** What a row of the table has in mind. */
    record Evil(EvilChain chain) {

        PaymentDetailsReq request() {
            return new PaymentDetailsReq(
                    Corpus.EMAID,
                    CertificateChain.of(chain.chain().leaf(), chain.chain().subCertificates()));
        }

        Optional<Refusal> judged() {
            return chain.verdict() instanceof Verdict.Rejected<?> rejected
                    ? Optional.of(
                            rejected.reason() == Reason.EXPIRED
                                    ? Refusal.CERTIFICATE_EXPIRED
                                    : Refusal.CERTIFICATE_CHAIN_ERROR)
                    : Optional.empty();
        }
    }

    private Contracts() {}

    static Evil evil(String given) {
        String id =
                switch (given) {
                    case "expired" -> "expired-leaf";
                    case "expired-sub-ca-1", "expired-sub-ca-2" -> given;
                    case "wrong-domain" -> "domain-other-role";
                    default -> throw new AssertionError("no evil chain for " + given);
                };
        return new Evil(
                Corpus.ALL.stream()
                        .filter(chain -> chain.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    /** For a row with a wrong chain, {@link ChainValidator}'s own verdict on it. */
    static Iso2Station.ContractCheck check(Case row) {
        return switch (row.given()) {
            case "expired", "expired-sub-ca-1", "expired-sub-ca-2", "wrong-domain" -> {
                Evil evil = evil(row.given());
                yield (chain, _) -> {
                    if (!chain.leaf().equals(evil.chain().chain().leaf())) {
                        throw new AssertionError("another chain than the one sent");
                    }
                    return evil.judged();
                };
            }
            default -> Iso2Station.ContractCheck.CENTRAL;
        };
    }
}
