package org.plugcharge.certs;

import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.util.List;

/** Octets that are no certificate, or more of one than allowed. */
final class EvilEncodings {

    private static final String PADDING = "1.3.6.1.4.1.99999.2";

    private EvilEncodings() {}

    static List<EvilChain> of(EvilScene scene) {
        Bytes right = scene.leaf.der();
        byte[] indefinite = right.toArray();
        indefinite[1] = (byte) 0x80;
        return List.of(
                octets(scene, "octets-empty", "No octets.", Bytes.EMPTY),
                octets(
                        scene,
                        "octets-truncated",
                        "The last octet is missing.",
                        right.slice(0, right.length() - 1)),
                octets(
                        scene,
                        "octets-trailing",
                        "An octet follows the certificate.",
                        right.plus(Bytes.of((byte) 0))),
                octets(
                        scene,
                        "octets-indefinite-length",
                        "BER with an indefinite length.",
                        Bytes.owning(indefinite)),
                octets(scene, "octets-nested", "Two hundred sequences in each other.", nested()),
                octets(
                        scene,
                        "octets-huge-length",
                        "A length of 2 GB in five octets.",
                        Bytes.fromHex("30847fffffff")),
                octets(
                        scene,
                        "octets-not-der",
                        "A TRUE that is not DER's: 01 in place of FF.",
                        booleanOne(right)),
                octets(scene, "octets-two", "The certificate twice.", twice(scene)),
                octets(
                        scene,
                        "extension-twice",
                        "BasicConstraints twice, once CA:FALSE and once CA:TRUE.",
                        scene.leaf()
                                .extension("2.5.29.19", true, new BasicConstraints(true))
                                .octetsSignedBy(scene.issuerKey())),
                octets(
                        scene,
                        "extension-garbage",
                        "KeyUsage that is no BIT STRING.",
                        scene.leaf()
                                .without("2.5.29.15")
                                .extension("2.5.29.15", true, DERNull.INSTANCE)
                                .octetsSignedBy(scene.issuerKey())),
                octets(
                        scene,
                        "version-1-with-extensions",
                        "Says version 1 and has extensions.",
                        scene.leaf().version(1).octetsSignedBy(scene.issuerKey())),
                octets(
                        scene,
                        "version-4",
                        "Says version 4.",
                        scene.leaf().version(4).octetsSignedBy(scene.issuerKey())),
                octets(
                        scene,
                        "serial-huge",
                        "A serial number of 100 octets.",
                        scene.leaf()
                                .serial(BigInteger.ONE.shiftLeft(799))
                                .octetsSignedBy(scene.issuerKey())),
                octets(
                        scene,
                        "serial-negative",
                        "A negative serial number.",
                        scene.leaf()
                                .serial(BigInteger.TEN.negate())
                                .octetsSignedBy(scene.issuerKey())),
                scene.contract(
                        "size-801",
                        "A contract one octet longer than ISO 15118-2 allows.",
                        ofSize(scene.leaf(), scene.issuerKey(), 801),
                        Reason.TOO_LARGE),
                scene.contract(
                        "size-12000",
                        "A contract of 12,000 octets.",
                        scene.leaf()
                                .extension(PADDING, false, new DEROctetString(new byte[12_000]))
                                .octetsSignedBy(scene.issuerKey()),
                        Reason.TOO_LARGE),
                scene.judged(
                        "size-1601-in-iso20",
                        "A contract one octet longer than ISO 15118-20 allows.",
                        EvilScene.chain(
                                ofSize(
                                        Forge.copy(
                                                scene.iso20.certificate(
                                                        Iso20Profile.CONTRACT_LEAF)),
                                        scene.iso20.key(Iso20Profile.MO_SUB_CA_2),
                                        1_601),
                                scene.iso20.certificate(Iso20Profile.MO_SUB_CA_2),
                                scene.iso20.certificate(Iso20Profile.MO_SUB_CA_1)),
                        Purpose.CONTRACT.in(Edition.ISO20),
                        scene.iso20.anchors(),
                        Reason.TOO_LARGE));
    }

    private static EvilChain octets(EvilScene scene, String id, String fault, Bytes octets) {
        return scene.contract(id, fault, octets, Reason.MALFORMED);
    }

    private static Bytes nested() {
        Bytes inner = Bytes.EMPTY;
        for (int i = 0; i < 200; i++) {
            byte[] head =
                    inner.length() < 128
                            ? new byte[] {0x30, (byte) inner.length()}
                            : new byte[] {
                                0x30,
                                (byte) 0x82,
                                (byte) (inner.length() >> 8),
                                (byte) inner.length()
                            };
            inner = Bytes.owning(head).plus(inner);
        }
        return inner;
    }

    /** The first TRUE, which says that an extension is critical. */
    private static Bytes booleanOne(Bytes right) {
        byte[] octets = right.toArray();
        for (int i = 0; i + 2 < octets.length; i++) {
            if (octets[i] == 1 && octets[i + 1] == 1 && octets[i + 2] == (byte) 0xff) {
                octets[i + 2] = 1;
                return Bytes.owning(octets);
            }
        }
        throw new IllegalStateException("no TRUE in the certificate");
    }

    private static Bytes twice(EvilScene scene) {
        return scene.root.der().plus(scene.root.der()).slice(0, 790);
    }

    /** Pads until the certificate has this size; signatures vary by an octet or two. */
    private static Bytes ofSize(Forge model, SoftwareKey issuer, int size) {
        Bytes bare = model.octetsSignedBy(issuer);
        for (int padding = Math.max(1, size - bare.length() - 40); padding < size; padding++) {
            Bytes made =
                    model.without(PADDING)
                            .extension(PADDING, false, new DEROctetString(new byte[padding]))
                            .octetsSignedBy(issuer);
            if (made.length() >= size) {
                return made;
            }
        }
        throw new IllegalStateException("no padding gives " + size + " octets");
    }
}
