package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A P-256 private key in memory. Signatures are deterministic (RFC 6979): no random number can
 * spoil them, and a test PKI repeats octet by octet.
 */
public final class SoftwareKey implements SigningKey {

    /** 64 bits more than the curve has, so that the remainder shows no bias (FIPS 186-5 A.2.1). */
    private static final int GENERATION_OCTETS = P256.SCALAR_OCTETS + 8;

    private final BigInteger scalar;
    private final VerificationKey publicKey;

    private SoftwareKey(BigInteger scalar) {
        this.scalar = scalar;
        this.publicKey =
                VerificationKey.ofPoint(
                        P256.octets(
                                new FixedPointCombMultiplier()
                                        .multiply(P256.DOMAIN.getG(), scalar)
                                        .normalize()));
    }

    /** A new key from fresh octets. */
    public static SoftwareKey generate(Entropy entropy) {
        BigInteger value = new BigInteger(1, entropy.next(GENERATION_OCTETS).toArray());
        BigInteger range = P256.DOMAIN.getN().subtract(BigInteger.ONE);
        return new SoftwareKey(value.mod(range).add(BigInteger.ONE));
    }

    /**
     * The key of a 32-octet big-endian scalar from 1 to n-1; {@link IllegalArgumentException} for
     * another.
     */
    public static SoftwareKey ofScalar(Bytes scalar) {
        return new SoftwareKey(P256.scalar(scalar));
    }

    /** Reads PKCS#8 (not encrypted); {@link IllegalArgumentException} if it holds no P-256 key. */
    public static SoftwareKey ofPkcs8(Bytes pkcs8) {
        try {
            Der.check(pkcs8);
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8.toArray());
            if (!info.getPrivateKeyAlgorithm().equals(P256.ALGORITHM)) {
                throw new IllegalArgumentException("expected a P-256 key");
            }
            return ofScalar(P256.padded(ECPrivateKey.getInstance(info.parsePrivateKey()).getKey()));
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("no PKCS#8 private key", e);
        }
    }

    /** The private scalar, 32 octets big-endian. Never log it. */
    public Bytes scalar() {
        return P256.padded(scalar);
    }

    /** PKCS#8, not encrypted. Never log it. */
    public Bytes pkcs8() {
        try {
            ASN1BitString point = new DERBitString(publicKey.keyBits().toArray());
            ECPrivateKey key = new ECPrivateKey(8 * P256.SCALAR_OCTETS, scalar, point, null);
            return Bytes.owning(
                    new PrivateKeyInfo(P256.ALGORITHM, key).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public VerificationKey publicKey() {
        return publicKey;
    }

    @Override
    public Bytes sign(Bytes message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(scalar, P256.DOMAIN));
        BigInteger[] rs = signer.generateSignature(sha256(message));
        return P256.padded(rs[0]).plus(P256.padded(rs[1]));
    }

    private static byte[] sha256(Bytes message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message.toArray());
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
