package org.plugcharge.evcc.hostile;

import static org.plugcharge.evcc.hostile.Stroll.Point.DISCOVERED;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_CHALLENGE_INVALID;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_PAYMENT_SELECTION_INVALID;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_SIGNATURE_ERROR;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TestPki;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.PaymentOption;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a car can do wrong with its contract. */
final class ContractMisbehaviours {

    private static final Demand REFUSED = Demand.refused().or(Demand.closed(Duration.ofSeconds(6)));
    private static final long SEED = 15118;
    private static final int FLIPS = 12;

    private ContractMisbehaviours() {}

    static List<Misbehaviour> all() {
        return List.of(
                Misbehaviour.of(
                                "contract-without-tls",
                                "wants to pay by contract over plain TCP [V2G2-633]",
                                Demand.code(FAILED_PAYMENT_SELECTION_INVALID),
                                ContractMisbehaviours::withoutTls)
                        .rows(8)
                        .needing(Need.PLAIN),
                contract(
                                "damaged-certificate",
                                "shows a certificate that is cut off, at several places",
                                REFUSED,
                                ContractMisbehaviours::damaged)
                        .rows(4),
                contract(
                                "flipped-certificate",
                                "shows a certificate with one bit turned over, " + FLIPS + " times",
                                REFUSED,
                                ContractMisbehaviours::flipped)
                        .rows(4),
                contract(
                                "foreign-contract",
                                "shows the contract of an operator nobody knows",
                                REFUSED,
                                ContractMisbehaviours::foreign)
                        .rows(17),
                contract(
                                "no-sub-certificates",
                                "shows its certificate without those above it",
                                REFUSED,
                                ContractMisbehaviours::leafOnly)
                        .rows(17),
                contract(
                                "provisioning-as-contract",
                                "shows the certificate of its maker as a contract",
                                REFUSED,
                                ContractMisbehaviours::provisioning)
                        .rows(17),
                contract(
                                "wrong-emaid",
                                "names another account than its certificate",
                                REFUSED,
                                ContractMisbehaviours::wrongEmaid)
                        .rows(15),
                contract(
                                "wrong-challenge",
                                "signs a challenge of its own [V2G2-475]",
                                Demand.code(FAILED_CHALLENGE_INVALID),
                                ContractMisbehaviours::wrongChallenge)
                        .rows(14),
                contract(
                                "replayed-authorization",
                                "sends the signed AuthorizationReq of an earlier session",
                                Demand.code(FAILED_CHALLENGE_INVALID),
                                ContractMisbehaviours::replayed)
                        .rows(14),
                contract(
                        "no-signature",
                        "does not sign AuthorizationReq",
                        Demand.code(FAILED_SIGNATURE_ERROR),
                        ContractMisbehaviours::unsigned),
                contract(
                                "foreign-signature",
                                "signs AuthorizationReq with a key that is not the contract's",
                                Demand.code(FAILED_SIGNATURE_ERROR),
                                ContractMisbehaviours::foreignSignature)
                        .rows(13));
    }

    private static Misbehaviour contract(
            String name, String does, Demand demand, Misbehaviour.Deed deed) {
        return Misbehaviour.of(name, does, demand, deed).needing(Need.TLS, Need.CONTRACT);
    }

    private static List<Reaction> withoutTls(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(target::plain, DISCOVERED)) {
            return List.of(walk.ask(Requests.selection(PaymentOption.CONTRACT)));
        }
    }

    private static List<Reaction> damaged(Target target) throws NotReached, InterruptedException {
        Papers papers = target.requiredPapers();
        Bytes leaf = papers.contract().leaf();
        List<Reaction> reactions = new ArrayList<>();
        for (int length : new int[] {1, 4, leaf.length() / 2, leaf.length() - 1}) {
            reactions.add(
                    pay(target, papers.emaid(), withLeaf(papers, leaf.slice(0, length)), papers));
        }
        return reactions;
    }

    private static List<Reaction> flipped(Target target) throws NotReached, InterruptedException {
        Papers papers = target.requiredPapers();
        Random random = new Random(SEED);
        List<Reaction> reactions = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            byte[] octets = papers.contract().leaf().toArray();
            int bit = random.nextInt(octets.length * 8);
            octets[bit / 8] ^= (byte) (1 << bit % 8);
            reactions.add(
                    pay(target, papers.emaid(), withLeaf(papers, Bytes.owning(octets)), papers));
        }
        return reactions;
    }

    private static CertificateChain withLeaf(Papers papers, Bytes leaf) {
        return new CertificateChain(leaf, papers.contract().subCertificates());
    }

    private static Reaction pay(Target target, String emaid, CertificateChain chain, Papers papers)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            return walk.payWith(emaid, chain, papers.contractKey());
        }
    }

    private static List<Reaction> foreign(Target target) throws NotReached, InterruptedException {
        Papers papers = Papers.of(TestPki.create(new SecureRandom().nextLong(), Instant.now()));
        return List.of(pay(target, papers.emaid(), papers.contract(), papers));
    }

    private static List<Reaction> leafOnly(Target target) throws NotReached, InterruptedException {
        Papers papers = target.requiredPapers();
        CertificateChain alone = new CertificateChain(papers.contract().leaf(), List.of());
        return List.of(pay(target, papers.emaid(), alone, papers));
    }

    private static List<Reaction> provisioning(Target target)
            throws NotReached, InterruptedException {
        Papers papers = target.requiredPapers();
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            return List.of(
                    walk.payWith(
                            papers.emaid(),
                            withLeaf(papers, papers.provisioning().certificate().der()),
                            papers.provisioning().key()));
        }
    }

    private static List<Reaction> wrongEmaid(Target target)
            throws NotReached, InterruptedException {
        Papers papers = target.requiredPapers();
        String emaid = papers.emaid();
        String other =
                emaid.substring(0, 6) + (emaid.charAt(6) == 'X' ? 'Y' : 'X') + emaid.substring(7);
        return List.of(pay(target, other, papers.contract(), papers));
    }

    private static List<Reaction> wrongChallenge(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            walk.presentOwn();
            AuthorizationReq request = new AuthorizationReq("id1", random());
            return List.of(
                    walk.askSigned(
                            Walk.signature(target.requiredPapers().contractKey(), request),
                            request));
        }
    }

    private static Bytes random() {
        byte[] octets = new byte[16];
        new SecureRandom().nextBytes(octets);
        return Bytes.owning(octets);
    }

    private static List<Reaction> replayed(Target target) throws NotReached, InterruptedException {
        SoftwareKey key = target.requiredPapers().contractKey();
        AuthorizationReq earlier;
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            walk.presentOwn();
            earlier = new AuthorizationReq("id1", walk.challenge());
            walk.askSigned(Walk.signature(key, earlier), earlier);
        }
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            walk.presentOwn();
            return List.of(walk.askSigned(Walk.signature(key, earlier), earlier));
        }
    }

    private static List<Reaction> unsigned(Target target) throws NotReached, InterruptedException {
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            walk.presentOwn();
            return List.of(walk.ask(new AuthorizationReq("id1", walk.challenge())));
        }
    }

    private static List<Reaction> foreignSignature(Target target)
            throws NotReached, InterruptedException {
        SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            walk.presentOwn();
            AuthorizationReq request = new AuthorizationReq("id1", walk.challenge());
            return List.of(walk.askSigned(Walk.signature(key, request), request));
        }
    }
}
