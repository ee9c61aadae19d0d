package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;

/**
 * A private key in memory. Signatures are deterministic (RFC 6979, RFC 8032): no random number can
 * spoil them, and a test PKI repeats octet by octet.
 */
public final class SoftwareKey implements SigningKey {

    /**
     * So many octets more than the curve has, so that the remainder shows no bias (FIPS 186-5
     * A.2.1).
     */
    private static final int FURTHER_OCTETS = 8;

    private final KeyType type;
    private final Bytes secret;
    private final VerificationKey publicKey;
    private volatile @Nullable PrivateKey platform;

    private SoftwareKey(KeyType type, Bytes secret, VerificationKey publicKey) {
        this.type = type;
        this.secret = secret;
        this.publicKey = publicKey;
    }

    private SoftwareKey(KeyType type, Bytes secret) {
        this(type, secret, VerificationKey.of(type, publicBits(type, secret)));
    }

    private static Bytes publicBits(KeyType type, Bytes secret) {
        if (type == KeyType.ED448) {
            return Bytes.owning(
                    new Ed448PrivateKeyParameters(secret.toArray())
                            .generatePublicKey()
                            .getEncoded());
        }
        Curve curve = type.curve().orElseThrow();
        return curve.publicPoint(curve.scalar(secret));
    }

    /** A new P-256 key from fresh octets. */
    public static SoftwareKey generate(Entropy entropy) {
        return generate(KeyType.P256, entropy);
    }

    /** A new key from fresh octets. */
    public static SoftwareKey generate(KeyType type, Entropy entropy) {
        if (type == KeyType.ED448) {
            return new SoftwareKey(type, entropy.next(type.privateOctets()));
        }
        if (entropy.isSystem()) {
            return generateByProvider(type);
        }
        Curve curve = type.curve().orElseThrow();
        BigInteger value =
                new BigInteger(1, entropy.next(curve.scalarOctets() + FURTHER_OCTETS).toArray());
        BigInteger range = curve.domain().getN().subtract(BigInteger.ONE);
        return new SoftwareKey(type, curve.padded(value.mod(range).add(BigInteger.ONE)));
    }

    private static SoftwareKey generateByProvider(KeyType type) {
        try {
            KeyPair pair = Crypto.best(type).generate(type);
            BigInteger scalar = ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getS();
            SoftwareKey key =
                    new SoftwareKey(
                            type,
                            type.curve().orElseThrow().padded(scalar),
                            VerificationKey.of(Bytes.owning(pair.getPublic().getEncoded())));
            key.platform = pair.getPrivate();
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The P-256 key of a 32-octet big-endian scalar from 1 to n-1; {@link IllegalArgumentException}
     * for another.
     */
    public static SoftwareKey ofScalar(Bytes scalar) {
        return of(KeyType.P256, scalar);
    }

    /**
     * The key of these private octets: a big-endian scalar from 1 to n-1, or the seed of Ed448;
     * {@link IllegalArgumentException} for another value or length.
     */
    public static SoftwareKey of(KeyType type, Bytes secret) {
        if (type.curve().isPresent()) {
            type.curve().get().scalar(secret);
        } else if (secret.length() != type.privateOctets()) {
            throw new IllegalArgumentException("expected an Ed448 seed of 57 octets");
        }
        return new SoftwareKey(type, secret);
    }

    /**
     * Reads PKCS#8 (not encrypted); {@link IllegalArgumentException} if it holds no P-256, P-521 or
     * Ed448 key.
     */
    public static SoftwareKey ofPkcs8(Bytes pkcs8) {
        try {
            Der.check(pkcs8);
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8.toArray());
            KeyType type =
                    KeyType.of(info.getPrivateKeyAlgorithm())
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "expected a P-256, P-521 or Ed448 key"));
            if (type == KeyType.ED448) {
                return of(
                        type,
                        Bytes.of(ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets()));
            }
            BigInteger scalar = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
            return of(type, type.curve().orElseThrow().padded(scalar));
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("no PKCS#8 private key", e);
        }
    }

    /** What kind of key this is. */
    public KeyType type() {
        return type;
    }

    /** The private scalar, big-endian and padded, or the seed of Ed448. Never log it. */
    public Bytes scalar() {
        return secret;
    }

    /** PKCS#8, not encrypted. Never log it. */
    public Bytes pkcs8() {
        try {
            PrivateKeyInfo info =
                    type == KeyType.ED448
                            ? new PrivateKeyInfo(
                                    type.keyAlgorithm(), new DEROctetString(secret.toArray()))
                            : new PrivateKeyInfo(type.keyAlgorithm(), ecPrivateKey());
            return Bytes.owning(info.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ECPrivateKey ecPrivateKey() {
        Curve curve = type.curve().orElseThrow();
        ASN1BitString point = new DERBitString(publicKey.keyBits().toArray());
        return new ECPrivateKey(
                curve.domain().getN().bitLength(), curve.scalar(secret), point, null);
    }

    @Override
    public VerificationKey publicKey() {
        return publicKey;
    }

    @Override
    public Bytes sign(Bytes message) {
        return switch (type) {
            case P256 -> ecdsa(message, "SHA-256", new SHA256Digest());
            case P521 -> ecdsa(message, "SHA-512", new SHA512Digest());
            case ED448 -> eddsa(message);
        };
    }

    /**
     * The same key signing by the fastest provider there is: several times faster, but ECDSA with
     * the provider's random numbers, so no signature repeats.
     */
    public SigningKey fast() {
        return type == KeyType.ED448 ? this : new ProviderKey(publicKey, Crypto.BEST, platform());
    }

    /** The x-coordinate of the agreement with another key of the same curve. */
    Bytes agree(VerificationKey other) {
        if (!other.type().equals(publicKey.type())) {
            throw new IllegalArgumentException("expected a %s key".formatted(type));
        }
        try {
            return Crypto.BEST.agree(platform(), other.platform());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey platform() {
        PrivateKey known = platform;
        if (known == null) {
            known = toPlatform();
            platform = known;
        }
        return known;
    }

    private PrivateKey toPlatform() {
        try {
            return Crypto.best(type).privateKey(type, pkcs8());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bytes ecdsa(Bytes message, String hash, Digest forNonce) {
        Curve curve = type.curve().orElseThrow();
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(forNonce));
        signer.init(true, new ECPrivateKeyParameters(curve.scalar(secret), curve.domain()));
        BigInteger[] rs = signer.generateSignature(digest(hash, message));
        return curve.padded(rs[0]).plus(curve.padded(rs[1]));
    }

    private Bytes eddsa(Bytes message) {
        Ed448Signer signer = new Ed448Signer(new byte[0]);
        signer.init(true, ed448());
        signer.update(message.toArray(), 0, message.length());
        return Bytes.owning(signer.generateSignature());
    }

    private Ed448PrivateKeyParameters ed448() {
        return new Ed448PrivateKeyParameters(secret.toArray());
    }

    private static byte[] digest(String hash, Bytes message) {
        try {
            return MessageDigest.getInstance(hash).digest(message.toArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half only. */
    @Override
    public String toString() {
        return "SoftwareKey[" + publicKey.keyIdentifier() + "]";
    }
}
