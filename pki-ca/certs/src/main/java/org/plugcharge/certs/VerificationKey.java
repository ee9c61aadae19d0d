package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Optional;

/**
 * A public key as SubjectPublicKeyInfo; equality is of its DER.
 *
 * <p>Any well-formed key can be held, so that a certificate with a foreign one can be named in a
 * verdict. Only P-256 with a named curve and an uncompressed point on it verifies signatures here.
 */
public final class VerificationKey {

    private final Bytes spki;
    private final SubjectPublicKeyInfo info;
    private final @Nullable PublicKey p256;

    private VerificationKey(Bytes spki, SubjectPublicKeyInfo info) {
        this.spki = spki;
        this.info = info;
        this.p256 = p256(spki, info);
    }

    /** Reads a DER SubjectPublicKeyInfo; {@link IllegalArgumentException} if it is none. */
    public static VerificationKey of(Bytes spki) {
        try {
            Der.check(spki);
            return new VerificationKey(spki, SubjectPublicKeyInfo.getInstance(spki.toArray()));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no SubjectPublicKeyInfo: " + e.getMessage(), e);
        }
    }

    /**
     * A P-256 key by its point 04 X Y; {@link IllegalArgumentException} unless it lies on the
     * curve.
     */
    public static VerificationKey ofPoint(Bytes point) {
        SubjectPublicKeyInfo info =
                new SubjectPublicKeyInfo(P256.ALGORITHM, P256.octets(P256.point(point)).toArray());
        try {
            return new VerificationKey(Bytes.owning(info.getEncoded(ASN1Encoding.DER)), info);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable PublicKey p256(Bytes spki, SubjectPublicKeyInfo info) {
        if (!info.getAlgorithm().equals(P256.ALGORITHM)) {
            return null;
        }
        try {
            P256.point(Bytes.owning(info.getPublicKeyData().getOctets()));
            return Crypto.BEST.publicKey(spki);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    /** The DER. */
    public Bytes spki() {
        return spki;
    }

    /** The point 04 X Y, if this is a valid P-256 key. */
    public Optional<Bytes> point() {
        return p256 == null ? Optional.empty() : Optional.of(keyBits());
    }

    /** Whether this is a valid P-256 key with a named curve and an uncompressed point. */
    public boolean isP256() {
        return p256 != null;
    }

    /**
     * The key as the Java platform has it; {@link IllegalStateException} unless {@link #isP256}.
     */
    public PublicKey platform() {
        if (p256 == null) {
            throw new IllegalStateException("only a P-256 key can be handed to the platform");
        }
        return p256;
    }

    /** The content of the BIT STRING, over which OCSP hashes an issuer's key. */
    public Bytes keyBits() {
        return Bytes.owning(info.getPublicKeyData().getOctets());
    }

    /**
     * Whether {@code rawSignature} (r, s; 64 octets) is this key's ECDSA signature over SHA-256 of
     * the message.
     */
    public boolean verifies(Bytes message, Bytes rawSignature) {
        return rawSignature.length() == EcdsaSignature.RAW_OCTETS
                && verifiesDer(message, EcdsaSignature.toDer(rawSignature));
    }

    /** The same for a signature in DER, as certificates, CSRs and OCSP responses carry it. */
    public boolean verifiesDer(Bytes message, Bytes derSignature) {
        return p256 != null && Crypto.BEST.verifies(p256, message, derSignature.toArray());
    }

    /**
     * The subject key identifier we give: 8 octets, 0x4 and the last 60 bits of SHA-1 over the
     * whole DER. Match identifiers of others, never recompute them.
     */
    public Bytes keyIdentifier() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(spki.toArray());
            digest[12] = (byte) (0x40 | (digest[12] & 0x0f));
            return Bytes.of(digest, 12, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && spki.equals(that.spki);
    }

    @Override
    public int hashCode() {
        return spki.hashCode();
    }

    @Override
    public String toString() {
        return spki.toHex();
    }
}
