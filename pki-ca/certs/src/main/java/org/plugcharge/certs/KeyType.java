package org.plugcharge.certs;

import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of signing key ISO 15118 knows, each with the one signature algorithm that goes with
 * it.
 */
public enum KeyType {
    /** secp256r1 with SHA-256: ISO 15118-2. [V2G2-006], [V2G2-007] */
    P256(
            new AlgorithmIdentifier(
                    X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1),
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
            32,
            65,
            64,
            72),
    /** secp521r1 with SHA-512: ISO 15118-20. [V2G20-2674] */
    P521(
            new AlgorithmIdentifier(
                    X9ObjectIdentifiers.id_ecPublicKey,
                    org.bouncycastle.asn1.sec.SECObjectIdentifiers.secp521r1),
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512),
            66,
            133,
            132,
            139),
    /** Ed448: the second suite of ISO 15118-20. [V2G20-2319] */
    ED448(
            new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed448),
            new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed448),
            57,
            57,
            114,
            114);

    @SuppressWarnings("ImmutableEnumChecker")
    private final AlgorithmIdentifier keyAlgorithm;

    @SuppressWarnings("ImmutableEnumChecker")
    private final AlgorithmIdentifier signatureAlgorithm;

    private final int privateOctets;
    private final int publicOctets;
    private final int signatureOctets;
    private final int maxEncodedSignatureOctets;

    KeyType(
            AlgorithmIdentifier keyAlgorithm,
            AlgorithmIdentifier signatureAlgorithm,
            int privateOctets,
            int publicOctets,
            int signatureOctets,
            int maxEncodedSignatureOctets) {
        this.keyAlgorithm = keyAlgorithm;
        this.signatureAlgorithm = signatureAlgorithm;
        this.privateOctets = privateOctets;
        this.publicOctets = publicOctets;
        this.signatureOctets = signatureOctets;
        this.maxEncodedSignatureOctets = maxEncodedSignatureOctets;
    }

    /** Octets of a private key: a big-endian scalar, or the seed of Ed448. */
    public int privateOctets() {
        return privateOctets;
    }

    /** Octets of a public key: an uncompressed point 04 X Y, or the encoded point of Ed448. */
    public int publicOctets() {
        return publicOctets;
    }

    /** Octets of a signature as V2G messages carry it: r, s, or the signature of Ed448. */
    public int signatureOctets() {
        return signatureOctets;
    }

    /** The most octets a signature has inside a certificate: DER for ECDSA. */
    public int maxEncodedSignatureOctets() {
        return maxEncodedSignatureOctets;
    }

    AlgorithmIdentifier keyAlgorithm() {
        return keyAlgorithm;
    }

    AlgorithmIdentifier signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** Object identifier of the signature algorithm, dotted. */
    public String signatureAlgorithmId() {
        return signatureAlgorithm.getAlgorithm().getId();
    }

    /**
     * What this kind of key has to do with curves of the form y2 = x3 + ax + b; nothing for Ed448.
     */
    Optional<Curve> curve() {
        return switch (this) {
            case P256 -> Optional.of(Curve.P256);
            case P521 -> Optional.of(Curve.P521);
            case ED448 -> Optional.empty();
        };
    }

    /** The kind of key with this algorithm; nothing for a foreign one or explicit parameters. */
    static Optional<KeyType> of(AlgorithmIdentifier keyAlgorithm) {
        return Arrays.stream(values())
                .filter(type -> type.keyAlgorithm.equals(keyAlgorithm))
                .findFirst();
    }
}
