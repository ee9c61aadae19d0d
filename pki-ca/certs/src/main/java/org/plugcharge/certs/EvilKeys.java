package org.plugcharge.certs;

import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_1;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/** Keys of other curves, kinds and encodings than the edition has. */
final class EvilKeys {

    private EvilKeys() {}

    static List<EvilChain> of(EvilScene scene) {
        byte[] offCurve = scene.stranger.publicKey().keyBits().toArray();
        offCurve[64] ^= 1;
        byte[] compressed = scene.stranger.publicKey().keyBits().slice(0, 33).toArray();
        compressed[0] = 2;
        byte[] hybrid = scene.stranger.publicKey().keyBits().toArray();
        hybrid[0] = (byte) (6 + (hybrid[64] & 1));
        return List.of(
                leaf(scene, "key-p192", "a P-192 key", curve(X9ObjectIdentifiers.prime192v1)),
                leaf(scene, "key-p224", "a P-224 key", curve(SECObjectIdentifiers.secp224r1)),
                leaf(scene, "key-p384", "a P-384 key", curve(SECObjectIdentifiers.secp384r1)),
                leaf(
                        scene,
                        "key-secp256k1",
                        "a key of secp256k1",
                        curve(SECObjectIdentifiers.secp256k1)),
                leaf(
                        scene,
                        "key-brainpool",
                        "a key of brainpoolP256r1",
                        curve(TeleTrusTObjectIdentifiers.brainpoolP256r1)),
                leaf(
                        scene,
                        "key-p521-in-iso2",
                        "a P-521 key, which is of ISO 15118-20",
                        curve(SECObjectIdentifiers.secp521r1)),
                leaf(
                        scene,
                        "key-ed25519",
                        "an Ed25519 key",
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                                new byte[32])),
                leaf(scene, "key-rsa", "an RSA key of 1024 bits", rsa()),
                leaf(
                        scene,
                        "key-explicit-parameters",
                        "explicit curve parameters in place of the curve's name",
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_ecPublicKey,
                                        Objects.requireNonNull(
                                                ECNamedCurveTable.getByName("prime256v1"))),
                                scene.stranger.publicKey().keyBits().toArray())),
                leaf(scene, "key-compressed", "a compressed point", p256(compressed)),
                leaf(scene, "key-hybrid", "a point in hybrid form", p256(hybrid)),
                leaf(scene, "key-off-curve", "a point that is not on the curve", p256(offCurve)),
                leaf(scene, "key-infinity", "the point at infinity", p256(new byte[] {0})),
                leaf(scene, "key-empty", "no point at all", p256(new byte[0])),
                scene.underSub2(
                        "sub-ca-key-p384",
                        "The second sub-CA has a P-384 key.",
                        scene.sub2().key(curve(SECObjectIdentifiers.secp384r1)),
                        Reason.WRONG_KEY),
                mixed(scene),
                scene.judged(
                        "key-p256-in-iso20",
                        "A right ISO 15118-2 contract where one of -20 is wanted.",
                        scene.pki.chain(Iso2Profile.CONTRACT_LEAF),
                        Purpose.CONTRACT.in(Edition.ISO20),
                        Reason.WRONG_KEY));
    }

    private static EvilChain leaf(
            EvilScene scene, String id, String what, SubjectPublicKeyInfo key) {
        return scene.contract(
                id,
                "The contract has " + what + ".",
                Forge.like(scene.leaf).key(key).octetsSignedBy(scene.issuerKey()),
                Reason.WRONG_KEY);
    }

    /** A P-521 contract below a P-256 CA: both editions are allowed, but not in one path. */
    private static EvilChain mixed(EvilScene scene) {
        Certificate made =
                scene.leaf()
                        .key(scene.iso20.key(Iso20Profile.CONTRACT_LEAF).publicKey())
                        .signedBy(scene.issuerKey());
        return scene.judged(
                "key-mixed-editions",
                "A P-521 contract issued by a P-256 CA.",
                CertificateChain.of(made, scene.sub2, scene.pki.certificate(MO_SUB_CA_1)),
                Purpose.CONTRACT.in(Edition.ISO2, Edition.ISO20),
                Reason.WRONG_KEY);
    }

    private static SubjectPublicKeyInfo p256(byte[] point) {
        return new SubjectPublicKeyInfo(KeyType.P256.keyAlgorithm(), point);
    }

    private static SubjectPublicKeyInfo curve(ASN1ObjectIdentifier id) {
        X9ECParameters curve = Objects.requireNonNull(ECNamedCurveTable.getByOID(id));
        Bytes generator = Bytes.owning(curve.getG().multiply(BigInteger.TEN).getEncoded(false));
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, id),
                generator.toArray());
    }

    private static SubjectPublicKeyInfo rsa() {
        try {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.rsaEncryption,
                            org.bouncycastle.asn1.DERNull.INSTANCE),
                    new RSAPublicKey(
                            BigInteger.TWO.pow(1023).add(BigInteger.valueOf(1_155)),
                            BigInteger.valueOf(65_537)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
