package org.plugcharge.v2g.signature;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** The algorithms of a signature: their URIs in SignedInfo, and how long the signature value is. */
public enum SignatureSuite {
    /** ISO 15118-2: ECDSA on P-256 with SHA-256; r and s of 32 octets each. */
    ECDSA_SHA256(
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "SHA-256",
            "SHA256withECDSA",
            "secp256r1",
            64),
    /** ISO 15118-20: ECDSA on P-521 with SHA-512; r and s of 66 octets each. [V2G20-2674] */
    ECDSA_SHA512(
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
            "http://www.w3.org/2001/04/xmlenc#sha512",
            "SHA-512",
            "SHA512withECDSA",
            "secp521r1",
            132),
    /**
     * ISO 15118-20: Ed448 without context, 114 octets (RFC 8032, the URI from RFC 9231).
     * [V2G20-2319]
     *
     * <p>Elements are digested with SHA-512: sources differ (some name SHAKE256), but no URI is
     * registered for any other digest that could be meant, and the one known peer does so.
     */
    ED448(
            "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed448",
            "http://www.w3.org/2001/04/xmlenc#sha512",
            "SHA-512",
            "Ed448",
            "Ed448",
            114);

    /** The canonicalization and the one transform. */
    public static final String CANONICAL_EXI = "http://www.w3.org/TR/canonical-exi/";

    private final String signatureMethod;
    private final String digestMethod;
    private final String digest;
    private final String algorithm;
    private final String curve;
    private final int valueLength;

    SignatureSuite(
            String signatureMethod,
            String digestMethod,
            String digest,
            String algorithm,
            String curve,
            int valueLength) {
        this.signatureMethod = signatureMethod;
        this.digestMethod = digestMethod;
        this.digest = digest;
        this.algorithm = algorithm;
        this.curve = curve;
        this.valueLength = valueLength;
    }

    /** The URI of the signature method. */
    public String signatureMethod() {
        return signatureMethod;
    }

    /** The URI of the digest method. */
    public String digestMethod() {
        return digestMethod;
    }

    /** Octets of a signature value. */
    public int valueLength() {
        return valueLength;
    }

    /** The name of the curve: {@code secp256r1}, {@code secp521r1} or {@code Ed448}. */
    public String curve() {
        return curve;
    }

    /** The name of the digest in Java. */
    String digest() {
        return digest;
    }

    /** The name of the signature algorithm in Java, with DER output for ECDSA. */
    String algorithm() {
        return algorithm;
    }

    /** Whether a value is r and s; else it is that of EdDSA, as Java has it. */
    boolean isEcdsa() {
        return this != ED448;
    }

    /** Octets of r, and of s. */
    int halfLength() {
        return valueLength / 2;
    }

    /** Whether the key lies on the curve of this suite, not only on one of the same size. */
    boolean fits(PublicKey key) {
        return switch (key) {
            case ECPublicKey ecdsa -> isEcdsa() && isCurve(ecdsa.getParams());
            case EdECPublicKey edwards -> curve.equals(edwards.getParams().getName());
            default -> false;
        };
    }

    private boolean isCurve(ECParameterSpec found) {
        ECParameterSpec own = parameters();
        return found.getCurve().equals(own.getCurve())
                && found.getGenerator().equals(own.getGenerator())
                && found.getOrder().equals(own.getOrder());
    }

    /** The order of the curve's generator: r and s lie between 0 and it. Of ECDSA only. */
    BigInteger order() {
        return parameters().getOrder();
    }

    private ECParameterSpec parameters() {
        try {
            AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec(curve));
            return named.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + curve, e);
        }
    }
}
