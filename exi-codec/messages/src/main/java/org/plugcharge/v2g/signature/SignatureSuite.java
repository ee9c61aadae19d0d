package org.plugcharge.v2g.signature;

/** The algorithms of a signature: their URIs in SignedInfo, and how long the signature value is. */
public enum SignatureSuite {
    /** ISO 15118-2: ECDSA on P-256 with SHA-256; r and s of 32 octets each. */
    ECDSA_SHA256(
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "SHA-256",
            "SHA256withECDSA",
            256,
            32);

    /** The canonicalization and the one transform. */
    public static final String CANONICAL_EXI = "http://www.w3.org/TR/canonical-exi/";

    private final String signatureMethod;
    private final String digestMethod;
    private final String digest;
    private final String algorithm;
    private final int fieldBits;
    private final int halfLength;

    SignatureSuite(
            String signatureMethod,
            String digestMethod,
            String digest,
            String algorithm,
            int fieldBits,
            int halfLength) {
        this.signatureMethod = signatureMethod;
        this.digestMethod = digestMethod;
        this.digest = digest;
        this.algorithm = algorithm;
        this.fieldBits = fieldBits;
        this.halfLength = halfLength;
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
        return 2 * halfLength;
    }

    /** The name of the digest in Java. */
    String digest() {
        return digest;
    }

    /** The name of the signature algorithm in Java, with DER output. */
    String algorithm() {
        return algorithm;
    }

    /** Bits of the curve's field. */
    int fieldBits() {
        return fieldBits;
    }

    /** Octets of r, and of s. */
    int halfLength() {
        return halfLength;
    }
}
