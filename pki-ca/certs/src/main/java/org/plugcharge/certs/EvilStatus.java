package org.plugcharge.certs;

import static org.plugcharge.certs.Iso2Profile.MO_ROOT;
import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_1;
import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_2;

import org.plugcharge.certs.OcspResponses.Answer;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Right chains whose certificates are revoked, or whose status nobody can prove. */
final class EvilStatus {

    private static final List<Iso2Profile> AUTHORITIES = List.of(MO_SUB_CA_2, MO_SUB_CA_1, MO_ROOT);

    private EvilStatus() {}

    static List<EvilChain> of(EvilScene scene) {
        List<EvilChain> all = new ArrayList<>(revoked(scene));
        all.addAll(strangers(scene));
        all.addAll(times(scene));
        all.addAll(lists(scene));
        return all;
    }

    private static List<EvilChain> revoked(EvilScene scene) {
        OcspStatus compromised =
                new OcspStatus.Revoked(scene.now.minusSeconds(9), RevocationReason.KEY_COMPROMISE);
        OcspStatus hold =
                new OcspStatus.Revoked(
                        scene.now.minusSeconds(9), RevocationReason.CERTIFICATE_HOLD);
        return List.of(
                ocsp(scene, "revoked-leaf", "The contract is revoked.", 0, compromised),
                ocsp(scene, "revoked-sub-ca-2", "The second sub-CA is revoked.", 1, compromised),
                ocsp(scene, "revoked-sub-ca-1", "The first sub-CA is revoked.", 2, compromised),
                ocsp(scene, "suspended-leaf", "The contract is suspended.", 0, hold));
    }

    private static EvilChain ocsp(
            EvilScene scene, String id, String fault, int level, OcspStatus status) {
        return with(
                scene, id, fault, level, response(scene, level, status, scene.now), Reason.REVOKED);
    }

    private static List<EvilChain> strangers(EvilScene scene) {
        KeyedCertificate signer = scene.pki.ocspSigner(MO_SUB_CA_2);
        KeyedCertificate other = scene.pki.ocspSigner(MO_SUB_CA_1);
        SoftwareKey stranger = scene.stranger;
        Certificate selfMade =
                Forge.copy(signer.certificate()).key(stranger.publicKey()).signedBy(stranger);
        Certificate noSigner =
                Forge.copy(signer.certificate()).without("2.5.29.37").signedBy(scene.issuerKey());
        Certificate expired =
                Forge.copy(signer.certificate())
                        .until(scene.now.minusSeconds(1))
                        .signedBy(scene.issuerKey());
        Answer good = answer(scene, 0, new OcspStatus.Good(), scene.now);
        return List.of(
                unproven(
                        scene,
                        "ocsp-stranger",
                        "Signed by a stranger, with the signer's certificate beside it.",
                        sign(scene, good, signer.certificate(), stranger)),
                unproven(
                        scene,
                        "ocsp-stranger-self-made",
                        "Signed by a stranger who made himself an OCSP signer.",
                        sign(scene, good, selfMade, stranger)),
                unproven(
                        scene,
                        "ocsp-other-ca",
                        "Signed by the OCSP signer of another CA.",
                        sign(scene, good, other.certificate(), other.key())),
                unproven(
                        scene,
                        "ocsp-contract",
                        "Signed by the contract itself.",
                        sign(scene, good, scene.leaf, scene.pki.key(Iso2Profile.CONTRACT_LEAF))),
                unproven(
                        scene,
                        "ocsp-no-signer",
                        "Signed by somebody the CA certified, but not for OCSP.",
                        sign(scene, good, noSigner, signer.key())),
                unproven(
                        scene,
                        "ocsp-signer-expired",
                        "Signed by a signer whose certificate is expired.",
                        sign(scene, good, expired, signer.key())));
    }

    private static List<EvilChain> times(EvilScene scene) {
        Bytes asked = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
        EvilChain replayed =
                with(
                        scene,
                        "ocsp-replayed",
                        "Fresh and right, but it echoes another nonce than was asked.",
                        0,
                        OcspResponse.parse(
                                OcspResponses.sign(
                                        List.of(answer(scene, 0, new OcspStatus.Good(), scene.now)),
                                        scene.now,
                                        Optional.of(Bytes.fromHex("ff")),
                                        scene.pki.ocspSigner(MO_SUB_CA_2).certificate(),
                                        scene.pki.ocspSigner(MO_SUB_CA_2).key())),
                        Reason.STATUS_UNKNOWN);
        return List.of(
                unproven(
                        scene,
                        "ocsp-stale",
                        "Eight days old.",
                        response(
                                scene,
                                0,
                                new OcspStatus.Good(),
                                scene.now.minus(Duration.ofDays(8)))),
                unproven(
                        scene,
                        "ocsp-future",
                        "From tomorrow.",
                        response(
                                scene,
                                0,
                                new OcspStatus.Good(),
                                scene.now.plus(Duration.ofDays(1)))),
                unproven(
                        scene,
                        "ocsp-ended",
                        "Its next update was a second ago.",
                        sign(
                                scene,
                                new Answer(
                                        OcspQuestion.about(scene.leaf, scene.sub2),
                                        new OcspStatus.Good(),
                                        scene.now.minusSeconds(100),
                                        scene.now.minusSeconds(1)),
                                scene.pki.ocspSigner(MO_SUB_CA_2).certificate(),
                                scene.pki.ocspSigner(MO_SUB_CA_2).key())),
                unproven(
                        scene,
                        "ocsp-unknown",
                        "The CA says that it does not know the contract.",
                        response(scene, 0, new OcspStatus.Unknown(), scene.now)),
                unproven(
                        scene,
                        "ocsp-other-certificate",
                        "About another certificate.",
                        response(scene, 1, new OcspStatus.Good(), scene.now)),
                new EvilChain(
                        replayed.id(),
                        replayed.fault(),
                        replayed.chain(),
                        replayed.purpose(),
                        replayed.anchors(),
                        replayed.revocation().askedWith(asked),
                        replayed.at(),
                        replayed.expected()),
                judged(
                        scene,
                        "ocsp-none",
                        "No answer at all where one is announced.",
                        RevocationSnapshot.of(Policy.IF_ANNOUNCED, List.of()),
                        Reason.STATUS_UNKNOWN));
    }

    private static List<EvilChain> lists(EvilScene scene) {
        BigInteger serial = scene.leaf.fields().serial();
        RevocationLists.Entry revoked =
                new RevocationLists.Entry(
                        serial,
                        scene.now.minusSeconds(9),
                        Optional.of(RevocationReason.CESSATION_OF_OPERATION));
        RevocationLists.Issue fresh = issue(7, scene.now.minusSeconds(60));
        Issuer right = scene.pki.member(MO_SUB_CA_2).issuer();
        Certificate twin =
                Forge.copy(scene.sub2).key(scene.stranger.publicKey()).signedBy(scene.stranger);
        Issuer stranger = Issuer.of(twin, scene.stranger);
        Bytes full = RevocationLists.full(List.of(), fresh, right);
        Bytes delta =
                RevocationLists.delta(
                        List.of(revoked),
                        issue(8, scene.now.minusSeconds(30)),
                        BigInteger.valueOf(7),
                        right);
        return List.of(
                list(
                        scene,
                        "crl-revoked",
                        "The contract is on its CA's revocation list.",
                        Reason.REVOKED,
                        RevocationLists.full(List.of(revoked), fresh, right)),
                list(
                        scene,
                        "crl-delta-revoked",
                        "The contract is on the delta that follows a list without it.",
                        Reason.REVOKED,
                        full,
                        delta),
                list(
                        scene,
                        "crl-delta-alone",
                        "A delta without the list it builds on proves nothing.",
                        Reason.STATUS_UNKNOWN,
                        delta),
                list(
                        scene,
                        "crl-stranger",
                        "An empty list signed by a stranger in the CA's name.",
                        Reason.STATUS_UNKNOWN,
                        RevocationLists.full(List.of(), fresh, stranger)),
                list(
                        scene,
                        "crl-other-ca",
                        "An empty list of another CA.",
                        Reason.STATUS_UNKNOWN,
                        RevocationLists.full(
                                List.of(), fresh, scene.pki.member(MO_SUB_CA_1).issuer())),
                list(
                        scene,
                        "crl-stale",
                        "An empty list whose next update was due yesterday.",
                        Reason.STATUS_UNKNOWN,
                        RevocationLists.full(
                                List.of(), issue(7, scene.now.minus(Duration.ofDays(2))), right)));
    }

    private static RevocationLists.Issue issue(long number, Instant from) {
        return new RevocationLists.Issue(
                BigInteger.valueOf(number), from, from.plus(Duration.ofDays(1)));
    }

    /** Lists for the contract; its sub-CAs have good OCSP answers. */
    private static EvilChain list(
            EvilScene scene, String id, String fault, Reason expected, Bytes... lists) {
        List<OcspResponse> answers = goodAnswers(scene).subList(1, AUTHORITIES.size());
        return judged(
                scene,
                id,
                fault,
                RevocationSnapshot.of(Policy.ALWAYS, answers)
                        .withLists(List.of(lists).stream().map(RevocationList::parse).toList()),
                expected);
    }

    private static EvilChain unproven(
            EvilScene scene, String id, String fault, OcspResponse response) {
        return with(scene, id, fault, 0, response, Reason.STATUS_UNKNOWN);
    }

    private static EvilChain with(
            EvilScene scene,
            String id,
            String fault,
            int level,
            OcspResponse response,
            Reason expected) {
        List<OcspResponse> answers = new ArrayList<>(goodAnswers(scene));
        answers.set(level, response);
        return judged(scene, id, fault, RevocationSnapshot.of(Policy.ALWAYS, answers), expected);
    }

    private static EvilChain judged(
            EvilScene scene,
            String id,
            String fault,
            RevocationSnapshot revocation,
            Reason expected) {
        return new EvilChain(
                id,
                fault,
                scene.pki.chain(Iso2Profile.CONTRACT_LEAF),
                Purpose.CONTRACT,
                scene.pki.anchors(),
                revocation,
                scene.now,
                expected);
    }

    static List<OcspResponse> goodAnswers(EvilScene scene) {
        List<OcspResponse> answers = new ArrayList<>();
        for (int level = 0; level < AUTHORITIES.size(); level++) {
            answers.add(response(scene, level, new OcspStatus.Good(), scene.now));
        }
        return answers;
    }

    private static OcspResponse response(
            EvilScene scene, int level, OcspStatus status, Instant thisUpdate) {
        KeyedCertificate signer = scene.pki.ocspSigner(AUTHORITIES.get(level));
        return sign(
                scene,
                answer(scene, level, status, thisUpdate),
                signer.certificate(),
                signer.key());
    }

    private static Answer answer(
            EvilScene scene, int level, OcspStatus status, Instant thisUpdate) {
        List<Certificate> path = List.of(scene.leaf, scene.sub2, scene.sub1, scene.root);
        OcspQuestion question = OcspQuestion.about(path.get(level), path.get(level + 1));
        return new Answer(question, status, thisUpdate, thisUpdate.plus(Duration.ofDays(30)));
    }

    private static OcspResponse sign(
            EvilScene scene, Answer answer, Certificate signer, SoftwareKey key) {
        return OcspResponse.parse(
                OcspResponses.sign(List.of(answer), scene.now, Optional.empty(), signer, key));
    }
}
