package org.plugcharge.certs;

import static org.plugcharge.certs.Iso2Profile.CONTRACT_LEAF;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Signatures by the wrong hand, and paths that lead nowhere. */
final class EvilSignatures {

    private EvilSignatures() {}

    static List<EvilChain> of(EvilScene scene) {
        List<EvilChain> all = new ArrayList<>(forged(scene));
        all.addAll(altered(scene));
        all.addAll(lost(scene));
        return all;
    }

    private static List<EvilChain> forged(EvilScene scene) {
        SoftwareKey stranger = scene.stranger;
        Certificate leaf = Forge.copy(scene.leaf).key(stranger.publicKey()).signedBy(stranger);
        Certificate sub2 = Forge.copy(scene.sub2).key(stranger.publicKey()).signedBy(stranger);
        Certificate sub1 = Forge.copy(scene.sub1).key(stranger.publicKey()).signedBy(stranger);
        Certificate root = Forge.copy(scene.root).key(stranger.publicKey()).signedBy(stranger);
        return List.of(
                scene.contract(
                        "forged-leaf",
                        "A stranger signed a contract and copied every name and key identifier.",
                        leaf,
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "forged-leaf-real-key",
                        "The real contract's key and names, signed by a stranger.",
                        Forge.copy(scene.leaf).signedBy(stranger),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "forged-sub-ca",
                        "A stranger made himself the second sub-CA, with its names.",
                        CertificateChain.of(leaf, sub2, scene.sub1),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "forged-chain",
                        "A stranger made all sub-CAs, with their names.",
                        CertificateChain.of(leaf, sub2, sub1),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "forged-root",
                        "A stranger made the whole PKI and sends his root along.",
                        CertificateChain.of(leaf, sub2, sub1, root),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "self-signed-leaf",
                        "A contract that signed itself.",
                        CertificateChain.of(
                                Forge.copy(scene.leaf)
                                        .issuer(scene.leaf.fields().subject())
                                        .without("2.5.29.35")
                                        .key(stranger.publicKey())
                                        .signedBy(stranger)),
                        Reason.UNTRUSTED));
    }

    private static List<EvilChain> altered(EvilScene scene) {
        byte[] flipped = scene.leaf.der().toArray();
        flipped[flipped.length - 1] ^= 1;
        Bytes zeros = EcdsaSignature.toDer(Bytes.owning(new byte[64]));
        return List.of(
                scene.contract(
                        "signature-bit-flipped",
                        "The last bit of the signature is changed.",
                        Bytes.owning(flipped),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "signature-zero",
                        "r = s = 0, which broken verifiers take for right.",
                        Forge.copy(scene.leaf).octetsWith(zeros),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "signature-empty",
                        "A signature of no octets.",
                        Forge.copy(scene.leaf).octetsWith(Bytes.EMPTY),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "signature-of-another",
                        "The right signature of another certificate of the same CA.",
                        Forge.copy(scene.leaf)
                                .serial(BigInteger.TWO.pow(100))
                                .octetsWith(scene.leaf.signature()),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "signature-high-r",
                        "r is beyond the order of the curve.",
                        Forge.copy(scene.leaf).octetsWith(highR()),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "algorithm-sha1",
                        "Says ecdsa-with-SHA1.",
                        scene.signed(
                                scene.leaf()
                                        .algorithm(
                                                new AlgorithmIdentifier(
                                                        X9ObjectIdentifiers.ecdsa_with_SHA1))),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "algorithm-sha512",
                        "Says ecdsa-with-SHA512 with a P-256 key.",
                        scene.signed(scene.leaf().algorithm(KeyType.P521.signatureAlgorithm())),
                        Reason.BAD_SIGNATURE),
                scene.contract(
                        "algorithm-two",
                        "One signature algorithm inside, another outside.",
                        scene.leaf()
                                .algorithmOutside(KeyType.P521.signatureAlgorithm())
                                .octetsSignedBy(scene.issuerKey()),
                        Reason.MALFORMED));
    }

    private static Bytes highR() {
        byte[] raw = new byte[64];
        java.util.Arrays.fill(raw, (byte) 0xff);
        return EcdsaSignature.toDer(Bytes.owning(raw));
    }

    private static List<EvilChain> lost(EvilScene scene) {
        KeyedCertificate other =
                scene.pki.issue(CONTRACT_LEAF, Subject.named("FRXYZ1234567892"), "evil issuer");
        Certificate byLeaf =
                Forge.copy(scene.leaf)
                        .under(other.certificate())
                        .key(scene.stranger.publicKey())
                        .signedBy(other.key());
        return List.of(
                scene.contract(
                        "sub-ca-missing",
                        "The issuer of the contract is not sent.",
                        CertificateChain.of(scene.leaf, scene.sub1),
                        Reason.UNTRUSTED),
                scene.contract(
                        "first-sub-ca-missing",
                        "The sub-CA below the root is not sent.",
                        CertificateChain.of(scene.leaf, scene.sub2),
                        Reason.UNTRUSTED),
                scene.contract(
                        "leaf-alone",
                        "No sub-CA is sent.",
                        CertificateChain.of(scene.leaf),
                        Reason.UNTRUSTED),
                scene.judged(
                        "root-unknown",
                        "A right chain under a root that is not trusted here.",
                        scene.pki.chain(CONTRACT_LEAF),
                        Purpose.CONTRACT,
                        TrustAnchors.none()
                                .withV2gRoots(scene.pki.certificate(Iso2Profile.V2G_ROOT)),
                        Reason.UNTRUSTED),
                scene.contract(
                        "issued-by-contract",
                        "A contract signed another contract.",
                        CertificateChain.of(byLeaf, other.certificate(), scene.sub2, scene.sub1),
                        Reason.PATH_TOO_LONG),
                scene.judged(
                        "issued-by-contract-short",
                        "A contract that hangs at the second sub-CA signed another contract.",
                        CertificateChain.of(byLeaf, other.certificate(), scene.sub2),
                        Purpose.CONTRACT,
                        TrustAnchors.none().withMoRoots(sub2AsRoot(scene)),
                        Reason.NOT_A_CA),
                scene.contract(
                        "loop",
                        "Two CAs that certify each other and nobody else.",
                        loop(scene),
                        Reason.UNTRUSTED),
                scene.contract(
                        "knot",
                        "Eight CAs of one name and one key, none under the root.",
                        knot(scene),
                        Reason.BAD_SIGNATURE));
    }

    private static Certificate sub2AsRoot(EvilScene scene) {
        return Forge.copy(scene.sub2)
                .issuer(scene.sub2.fields().subject())
                .without("2.5.29.35")
                .signedBy(scene.issuerKey());
    }

    private static CertificateChain loop(EvilScene scene) {
        SoftwareKey a = scene.key("loop a");
        SoftwareKey b = scene.key("loop b");
        String nameA = "CN=LOOP A,DC=MO";
        String nameB = "CN=LOOP B,DC=MO";
        Certificate aByB =
                Forge.copy(scene.sub1)
                        .without("2.5.29.35")
                        .issuer(nameB)
                        .subject(_ -> nameA)
                        .keyIdentifier(a.publicKey().keyIdentifier())
                        .key(a.publicKey())
                        .signedBy(b);
        Certificate bByA =
                Forge.copy(scene.sub1)
                        .without("2.5.29.35")
                        .issuer(nameA)
                        .subject(_ -> nameB)
                        .keyIdentifier(b.publicKey().keyIdentifier())
                        .key(b.publicKey())
                        .signedBy(a);
        Certificate leaf = Forge.copy(scene.leaf).under(aByB).signedBy(a);
        return CertificateChain.of(leaf, aByB, bByA);
    }

    private static CertificateChain knot(EvilScene scene) {
        SoftwareKey key = scene.stranger;
        List<Bytes> subs = new ArrayList<>();
        for (int i = 0; i < CertificateChain.MAX_SUB_CERTIFICATES; i++) {
            subs.add(
                    Forge.copy(scene.root)
                            .key(key.publicKey())
                            .serial(BigInteger.valueOf(i + 1))
                            .signedBy(key)
                            .der());
        }
        Certificate leaf = Forge.copy(scene.leaf).under(scene.root).signedBy(key);
        return new CertificateChain(leaf.der(), subs);
    }
}
