package org.plugcharge.evcc.hostile;

import static org.plugcharge.evcc.hostile.Stroll.Point.DISCOVERED;

import org.plugcharge.certs.EvilChain;
import org.plugcharge.certs.EvilCorpus;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TestPki;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.exi.Bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract chains of the corpus that must be refused, each as a misbehaviour, for a station
 * that trusts the roots they are made under.
 *
 * <p>Left out are those that no PaymentDetailsReq can carry, and those that are refused for what is
 * known of revocation or at another time only.
 */
public final class EvilContracts {

    private static final int MOST_OCTETS = 800;
    private static final int MOST_SUB_CERTIFICATES = 4;

    private EvilContracts() {}

    /** Those made from this seed at this instant; the corpus' PKI is the one of the same two. */
    public static List<Misbehaviour> of(Bytes seed, Instant at) {
        TestPki pki = EvilCorpus.pki(seed, at);
        return EvilCorpus.all(seed, at).stream()
                .filter(chain -> chain.purpose().equals(Purpose.CONTRACT))
                .filter(chain -> chain.at().equals(at) && chain.anchors().equals(pki.anchors()))
                .filter(chain -> chain.revocation().equals(RevocationSnapshot.notChecked()))
                .filter(EvilContracts::fits)
                .map(chain -> misbehaviour(chain, Papers.of(pki)))
                .toList();
    }

    private static boolean fits(EvilChain evil) {
        return evil.chain().subCertificates().size() <= MOST_SUB_CERTIFICATES
                && Stream.concat(
                                Stream.of(evil.chain().leaf()),
                                evil.chain().subCertificates().stream())
                        .allMatch(certificate -> certificate.length() <= MOST_OCTETS);
    }

    private static Misbehaviour misbehaviour(EvilChain evil, Papers papers) {
        return Misbehaviour.of(
                        "chain-" + evil.id(),
                        "pays with a contract chain in which " + evil.fault(),
                        Demand.refused().or(Demand.closed(Duration.ofSeconds(6))),
                        target -> {
                            try (Walk walk = target.walk(target::secured, DISCOVERED)) {
                                return List.of(
                                        walk.payWith(
                                                papers.emaid(),
                                                evil.chain(),
                                                papers.contractKey()));
                            }
                        })
                .rows(17)
                .needing(Need.TLS, Need.CONTRACT);
    }
}
