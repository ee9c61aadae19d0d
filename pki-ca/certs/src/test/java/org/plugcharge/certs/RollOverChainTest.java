package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Verdict.Rejected;
import org.plugcharge.certs.Verdict.Valid;
import org.plugcharge.exi.Bytes;

import java.time.Duration;
import java.time.Instant;

/**
 * A root that was followed by another: old with new, new with old (RFC 4210 section 4.4), and who
 * believes which chain before, during and after. ISO 15118 has room for two sub-CAs, and a link
 * takes the room of one. [V2G2-009]
 */
class RollOverChainTest {

    private static final Instant NOW = TestClock.NOW;
    private static final StatusUrls STATUS = StatusUrls.ocsp("http://localhost/ocsp");
    private static final TestPki PKI = TestPki.create(7, NOW);
    private static final Issuer OLD = PKI.member(Iso2Profile.MO_ROOT).issuer();
    private static final Issuer NEW = root("MO Root G2");
    private static final Certificate OLD_ROOT = OLD.certificate().orElseThrow();
    private static final Certificate NEW_ROOT = NEW.certificate().orElseThrow();
    private static final Certificate OLD_WITH_NEW = link(OLD_ROOT, NEW);
    private static final Certificate NEW_WITH_OLD = link(NEW_ROOT, OLD);

    /** Leaf and one sub-CA, below either root. */
    private static final Brief BEFORE = shortChain(OLD, "before");

    private static final Brief AFTER = shortChain(NEW, "after");

    private record Brief(Certificate leaf, Certificate sub) {

        CertificateChain with(Certificate... links) {
            Certificate[] subs = new Certificate[links.length + 1];
            subs[0] = sub;
            System.arraycopy(links, 0, subs, 1, links.length);
            return CertificateChain.of(leaf, subs);
        }
    }

    @Test
    void whoHasBothRootsNeedsNoLink() {
        TrustAnchors both = TrustAnchors.none().withMoRoots(OLD_ROOT, NEW_ROOT);
        assertThat(valid(BEFORE.with(), both).path())
                .containsExactly(BEFORE.leaf(), BEFORE.sub(), OLD_ROOT);
        assertThat(valid(AFTER.with(), both).path())
                .containsExactly(AFTER.leaf(), AFTER.sub(), NEW_ROOT);
        assertThat(valid(BEFORE.with(NEW_WITH_OLD, OLD_WITH_NEW), both).path())
                .as("the shortest path, though both links are there")
                .containsExactly(BEFORE.leaf(), BEFORE.sub(), OLD_ROOT);
    }

    @Test
    void aLinkLeadsFromOneRootToTheOther() {
        TrustAnchors old = TrustAnchors.none().withMoRoots(OLD_ROOT);
        TrustAnchors fresh = TrustAnchors.none().withMoRoots(NEW_ROOT);
        assertThat(valid(BEFORE.with(OLD_WITH_NEW), fresh).path())
                .containsExactly(BEFORE.leaf(), BEFORE.sub(), OLD_WITH_NEW, NEW_ROOT);
        assertThat(valid(AFTER.with(NEW_WITH_OLD), old).path())
                .containsExactly(AFTER.leaf(), AFTER.sub(), NEW_WITH_OLD, OLD_ROOT);
        assertThat(rejected(BEFORE.with(), fresh)).isEqualTo(Reason.UNTRUSTED);
        assertThat(rejected(AFTER.with(), old)).isEqualTo(Reason.UNTRUSTED);
        assertThat(rejected(BEFORE.with(NEW_WITH_OLD), fresh))
                .as("the link in the other direction")
                .isEqualTo(Reason.UNTRUSTED);
    }

    /** With two sub-CAs a car needs the new root itself. */
    @Test
    void aLinkTakesTheRoomOfASubCa() {
        CertificateChain linked =
                CertificateChain.of(
                        PKI.certificate(Iso2Profile.CONTRACT_LEAF),
                        PKI.certificate(Iso2Profile.MO_SUB_CA_2),
                        PKI.certificate(Iso2Profile.MO_SUB_CA_1),
                        OLD_WITH_NEW);
        assertThat(rejected(linked, TrustAnchors.none().withMoRoots(NEW_ROOT)))
                .isEqualTo(Reason.PATH_TOO_LONG);
        assertThat(valid(linked, TrustAnchors.none().withMoRoots(OLD_ROOT)).path()).hasSize(4);
    }

    @Test
    void bothLinksAndNoRootIsALoopThatEnds() {
        Issuer stranger = root("Stranger");
        assertThat(
                        rejected(
                                BEFORE.with(OLD_WITH_NEW, NEW_WITH_OLD),
                                TrustAnchors.none()
                                        .withMoRoots(stranger.certificate().orElseThrow())))
                .isEqualTo(Reason.UNTRUSTED);
    }

    /** Somebody else's key under the new root's name. */
    @Test
    void aForgedLink() {
        Issuer forger = root("MO Root G2", "forger");
        Certificate forged = link(OLD_ROOT, forger);
        assertThat(rejected(BEFORE.with(forged), TrustAnchors.none().withMoRoots(NEW_ROOT)))
                .isIn(Reason.BAD_SIGNATURE, Reason.UNTRUSTED);
    }

    /** A root may be followed, but for another purpose it stays what it was: none. */
    @Test
    void aLinkGivesNoOtherPurpose() {
        assertThat(rejected(BEFORE.with(OLD_WITH_NEW), TrustAnchors.none().withOemRoots(NEW_ROOT)))
                .isEqualTo(Reason.UNTRUSTED);
    }

    @Test
    void aLinkThatIsOver() {
        Instant soon = NOW.plus(Duration.ofDays(1));
        Certificate brief = Forge.copy(OLD_WITH_NEW).until(soon).signedBy((SoftwareKey) NEW.key());
        TrustAnchors fresh = TrustAnchors.none().withMoRoots(NEW_ROOT);
        assertThat(valid(BEFORE.with(brief), fresh).path()).hasSize(4);
        Verdict<VerifiedContract> late =
                ChainValidator.validate(
                        BEFORE.with(brief),
                        Purpose.CONTRACT,
                        fresh,
                        RevocationSnapshot.notChecked(),
                        soon.plusSeconds(1));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.EXPIRED));
    }

    private static VerifiedContract valid(CertificateChain chain, TrustAnchors anchors) {
        Verdict<VerifiedContract> verdict = judge(chain, anchors);
        assertThat(verdict).as("%s", verdict).isInstanceOf(Valid.class);
        return ((Valid<VerifiedContract>) verdict).proof();
    }

    private static Reason rejected(CertificateChain chain, TrustAnchors anchors) {
        Verdict<VerifiedContract> verdict = judge(chain, anchors);
        assertThat(verdict).as("%s", verdict).isInstanceOf(Rejected.class);
        return ((Rejected<VerifiedContract>) verdict).reason();
    }

    private static Verdict<VerifiedContract> judge(CertificateChain chain, TrustAnchors anchors) {
        return ChainValidator.validate(
                chain, Purpose.CONTRACT, anchors, RevocationSnapshot.notChecked(), NOW);
    }

    private static Issuer root(String name) {
        return root(name, name);
    }

    private static Issuer root(String name, String label) {
        SoftwareKey key = key(label);
        CertificateOrder order =
                CertificateOrder.of(Iso2Profile.MO_ROOT, Subject.named(name), key.publicKey());
        return Issuer.of(signed(order, Issuer.self(key), label), key);
    }

    private static Certificate link(Certificate root, Issuer by) {
        return ToBeSigned.prepareCross(
                        root, Iso2Profile.MO_ROOT.profile(), STATUS, true, by, NOW, entropy("link"))
                .sign(by.key());
    }

    private static Brief shortChain(Issuer root, String label) {
        SoftwareKey key = key(label + " sub");
        CertificateOrder sub =
                CertificateOrder.of(
                                Iso2Profile.MO_SUB_CA_2,
                                Subject.named("MO " + label),
                                key.publicKey())
                        .statusAt(STATUS);
        Certificate made = signed(sub, root, label);
        CertificateOrder leaf =
                CertificateOrder.of(
                                Iso2Profile.CONTRACT_LEAF,
                                Subject.named("FRXYZ1234567892"),
                                key(label + " leaf").publicKey())
                        .statusAt(STATUS);
        return new Brief(signed(leaf, Issuer.of(made, key), label + " leaf"), made);
    }

    private static Certificate signed(CertificateOrder order, Issuer issuer, String label) {
        return ToBeSigned.prepare(order, issuer, NOW, entropy(label)).sign(issuer.key());
    }

    private static SoftwareKey key(String label) {
        return SoftwareKey.generate(Entropy.seeded(Bytes.of((byte) 11), label));
    }

    private static Entropy entropy(String label) {
        return Entropy.seeded(Bytes.of((byte) 12), label);
    }
}
