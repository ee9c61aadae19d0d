package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * An X.509 certificate, read whole: its octets and what they say. Reading proves nothing about
 * trust.
 *
 * <p>At most {@value #MAX_OCTETS} octets, strict DER, every known extension parsed; equality is of
 * the octets.
 */
public final class Certificate {

    /**
     * No certificate of this world is longer; ISO 15118-2 allows 800, -20 1600 and a TLS server
     * somewhat more.
     */
    public static final int MAX_OCTETS = 10_000;

    private final Bytes der;
    private final Bytes tbs;
    private final Bytes signature;
    private final AlgorithmIdentifier outerIdentifier;
    private final CertificateFields fields;

    private Certificate(Bytes der, ASN1Primitive value) throws IOException {
        var parsed = org.bouncycastle.asn1.x509.Certificate.getInstance(value);
        TBSCertificate toBeSigned = parsed.getTBSCertificate();
        this.der = der;
        this.tbs = Der.firstElement(value);
        this.signature = Bytes.owning(parsed.getSignature().getOctets());
        this.outerIdentifier = parsed.getSignatureAlgorithm();
        this.fields = CertificateFields.of(toBeSigned);
        if (!parsed.getSignatureAlgorithm().equals(toBeSigned.getSignature())) {
            throw new IllegalArgumentException(
                    "two different signature algorithms inside and outside");
        }
    }

    private Certificate(
            Bytes der,
            Bytes tbs,
            AlgorithmIdentifier algorithm,
            Bytes signature,
            CertificateFields fields) {
        this.der = der;
        this.tbs = tbs;
        this.signature = signature;
        this.outerIdentifier = algorithm;
        this.fields = fields;
    }

    /** A certificate made here, of whose parts nothing has to be read again. */
    static Certificate of(
            Bytes tbs, AlgorithmIdentifier algorithm, Bytes signature, CertificateFields fields) {
        Bytes content =
                tbs.plus(OcspQuestion.der(algorithm))
                        .plus(
                                OcspQuestion.der(
                                        new org.bouncycastle.asn1.DERBitString(
                                                signature.toArray())));
        return new Certificate(Der.sequence(content), tbs, algorithm, signature, fields);
    }

    /**
     * Reads DER; {@link MalformedCertificateException} for anything that is not exactly one
     * certificate in DER.
     */
    public static Certificate parse(Bytes der) {
        if (der.length() > MAX_OCTETS) {
            throw new MalformedCertificateException(
                    "certificate of "
                            + der.length()
                            + " octets, at most "
                            + MAX_OCTETS
                            + " are read");
        }
        try {
            return new Certificate(der, Der.strict(der));
        } catch (IOException | RuntimeException e) {
            throw new MalformedCertificateException("no certificate: " + e.getMessage(), e);
        }
    }

    /** The whole certificate. */
    public Bytes der() {
        return der;
    }

    /** What the issuer signed. */
    public Bytes tbs() {
        return tbs;
    }

    /** The issuer's signature; DER for ECDSA. */
    public Bytes signature() {
        return signature;
    }

    /** Object identifier of the algorithm the signature was made with. */
    public String signatureAlgorithm() {
        return outerIdentifier.getAlgorithm().getId();
    }

    /** What it says. */
    public CertificateFields fields() {
        return fields;
    }

    /** The subject's public key. */
    public VerificationKey key() {
        return fields.key();
    }

    /** The subject's first common name, or nothing. */
    public Optional<String> commonName() {
        return fields.commonName();
    }

    /**
     * Whether {@code issuer} is named as issuer: by name and, where both give one, by key
     * identifier. Proves nothing.
     */
    public boolean names(Certificate issuer) {
        boolean sameKeyIdentifier =
                fields.authorityKeyIdentifier().isEmpty()
                        || issuer.fields.subjectKeyIdentifier().isEmpty()
                        || fields.authorityKeyIdentifier()
                                .equals(issuer.fields.subjectKeyIdentifier());
        return fields.issuerName().equals(issuer.fields.subjectName()) && sameKeyIdentifier;
    }

    /**
     * Whether this signature was made by {@code issuerKey}, with the one algorithm that goes with
     * its {@link KeyType}.
     */
    public boolean isSignedBy(VerificationKey issuerKey) {
        boolean rightAlgorithm =
                issuerKey
                        .type()
                        .filter(type -> type.signatureAlgorithm().equals(outerIdentifier))
                        .isPresent();
        return rightAlgorithm && issuerKey.verifiesDer(tbs, signature);
    }

    /** SHA-256 of the octets. */
    public Bytes fingerprint() {
        try {
            return Bytes.owning(MessageDigest.getInstance("SHA-256").digest(der.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    /** Subject and serial number. */
    @Override
    public String toString() {
        return fields.subject() + " #" + fields.serial().toString(16);
    }
}
