package org.plugcharge.certs;

import static org.plugcharge.certs.Iso2Profile.CONTRACT_LEAF;
import static org.plugcharge.certs.Iso2Profile.MO_ROOT;
import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_1;
import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_2;

import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The right contract chain that is bent, and short ways to say what becomes of it. */
final class EvilScene {

    final TestPki pki;
    final Iso20TestPki iso20;
    final Instant now;
    final SoftwareKey stranger;
    final Certificate leaf;
    final Certificate sub2;
    final Certificate sub1;
    final Certificate root;

    EvilScene(TestPki pki) {
        this.pki = pki;
        this.iso20 = pki.iso20(KeyType.P521);
        this.now = pki.options().now();
        this.stranger = SoftwareKey.generate(Entropy.seeded(pki.options().seed(), "stranger"));
        this.leaf = pki.certificate(CONTRACT_LEAF);
        this.sub2 = pki.certificate(MO_SUB_CA_2);
        this.sub1 = pki.certificate(MO_SUB_CA_1);
        this.root = pki.certificate(MO_ROOT);
    }

    /** The key that rightly signs contracts. */
    SoftwareKey issuerKey() {
        return pki.key(MO_SUB_CA_2);
    }

    /** A contract with this leaf, under the right sub-CAs. */
    EvilChain contract(String id, String fault, Bytes evilLeaf, Reason expected) {
        return contract(
                id,
                fault,
                new CertificateChain(evilLeaf, List.of(sub2.der(), sub1.der())),
                expected);
    }

    EvilChain contract(String id, String fault, Certificate evilLeaf, Reason expected) {
        return contract(id, fault, evilLeaf.der(), expected);
    }

    EvilChain contract(String id, String fault, CertificateChain chain, Reason expected) {
        return judged(id, fault, chain, Purpose.CONTRACT, expected);
    }

    /** A chain under the anchors of the test PKI, revocation not looked at. */
    EvilChain judged(
            String id, String fault, CertificateChain chain, Purpose<?> purpose, Reason expected) {
        return judged(id, fault, chain, purpose, pki.anchors(), expected);
    }

    EvilChain judged(
            String id,
            String fault,
            CertificateChain chain,
            Purpose<?> purpose,
            TrustAnchors anchors,
            Reason expected) {
        return new EvilChain(
                id, fault, chain, purpose, anchors, RevocationSnapshot.notChecked(), now, expected);
    }

    /** A contract whose second sub-CA is bent, and signs the leaf. */
    EvilChain underSub2(String id, String fault, Forge evilSub, Reason expected) {
        Certificate made = evilSub.signedBy(pki.key(MO_SUB_CA_1));
        return contract(id, fault, CertificateChain.of(leaf, made, sub1), expected);
    }

    Forge leaf() {
        return Forge.copy(leaf);
    }

    Forge sub2() {
        return Forge.copy(sub2);
    }

    /** What the right issuer makes of the bent leaf. */
    Certificate signed(Forge evilLeaf) {
        return evilLeaf.signedBy(issuerKey());
    }

    SoftwareKey key(String purpose) {
        return SoftwareKey.generate(Entropy.seeded(pki.options().seed(), "evil:" + purpose));
    }

    static CertificateChain chain(Bytes leaf, Certificate... subs) {
        return new CertificateChain(leaf, Stream.of(subs).map(Certificate::der).toList());
    }
}
