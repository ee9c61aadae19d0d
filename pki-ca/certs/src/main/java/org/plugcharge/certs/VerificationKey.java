package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.math.ec.rfc8032.Ed448;
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
 * verdict. Only one of a {@link KeyType} verifies signatures here: a named curve and an
 * uncompressed point on it, or a valid point of Ed448.
 */
public final class VerificationKey {

    private final Bytes spki;
    private final SubjectPublicKeyInfo info;
    private final @Nullable KeyType type;
    private volatile @Nullable PublicKey platform;

    private VerificationKey(Bytes spki, SubjectPublicKeyInfo info) {
        this.spki = spki;
        this.info = info;
        this.type = KeyType.of(info.getAlgorithm()).filter(this::isValid).orElse(null);
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
        return of(KeyType.P256, point);
    }

    /**
     * A key by what stands in its BIT STRING: a point 04 X Y, or the 57 octets of Ed448; {@link
     * IllegalArgumentException} unless it is a valid key of this type.
     */
    public static VerificationKey of(KeyType type, Bytes keyBits) {
        SubjectPublicKeyInfo info =
                new SubjectPublicKeyInfo(type.keyAlgorithm(), keyBits.toArray());
        try {
            VerificationKey key =
                    new VerificationKey(Bytes.owning(info.getEncoded(ASN1Encoding.DER)), info);
            if (key.type == null) {
                throw new IllegalArgumentException(
                        "expected a %s key of %d octets".formatted(type, type.publicOctets()));
            }
            return key;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isValid(KeyType candidate) {
        Bytes bits = keyBits();
        if (candidate == KeyType.ED448) {
            return bits.length() == candidate.publicOctets()
                    && Ed448.validatePublicKeyPartial(bits.toArray(), 0);
        }
        try {
            candidate.curve().orElseThrow().point(bits);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The DER. */
    public Bytes spki() {
        return spki;
    }

    /** What kind of key this is; nothing for one that cannot be used here. */
    public Optional<KeyType> type() {
        return Optional.ofNullable(type);
    }

    /** The point 04 X Y, if this is a valid P-256 or P-521 key. */
    public Optional<Bytes> point() {
        return type().flatMap(KeyType::curve).map(_ -> keyBits());
    }

    /** Whether this is a valid P-256 key with a named curve and an uncompressed point. */
    public boolean isP256() {
        return type == KeyType.P256;
    }

    /**
     * The key as the Java platform has it; {@link IllegalStateException} unless it has a {@link
     * #type}.
     */
    public PublicKey platform() {
        PublicKey known = platform;
        if (known == null) {
            known = toPlatform();
            platform = known;
        }
        return known;
    }

    private PublicKey toPlatform() {
        if (type == null) {
            throw new IllegalStateException("only a valid key can be handed to the platform");
        }
        try {
            return Crypto.best(type).publicKey(type, spki);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content of the BIT STRING, over which OCSP hashes an issuer's key. */
    public Bytes keyBits() {
        return Bytes.owning(info.getPublicKeyData().getOctets());
    }

    /**
     * Whether {@code rawSignature} (r, s, or the octets of Ed448) is this key's signature over the
     * message.
     */
    public boolean verifies(Bytes message, Bytes rawSignature) {
        return type != null
                && rawSignature.length() == type.signatureOctets()
                && verifiesDer(
                        message,
                        type == KeyType.ED448 ? rawSignature : EcdsaSignature.toDer(rawSignature));
    }

    /** The same for a signature as certificates, CSRs and OCSP responses carry it. */
    public boolean verifiesDer(Bytes message, Bytes encodedSignature) {
        return type != null
                && Crypto.best(type).verifies(type, platform(), message, encodedSignature);
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
