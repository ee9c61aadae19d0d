package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * One certificate as OCSP and OCPP name it: by hashes over the issuer's name and key, and the
 * serial number.
 *
 * @param issuerNameHash over the DER of the issuer's name
 * @param issuerKeyHash over the content of the issuer's key BIT STRING
 */
public record OcspQuestion(
        Hash hash, Bytes issuerNameHash, Bytes issuerKeyHash, BigInteger serial) {

    /** The hash a question is made with. */
    public enum Hash {
        /**
         * What OpenSSL and most responders use unless told otherwise; identifies, protects nothing.
         */
        SHA1("SHA-1", OIWObjectIdentifiers.idSHA1),
        /** What OCPP asks for. */
        SHA256("SHA-256", NISTObjectIdentifiers.id_sha256);

        private final String algorithm;

        @SuppressWarnings("ImmutableEnumChecker")
        private final ASN1ObjectIdentifier id;

        Hash(String algorithm, ASN1ObjectIdentifier id) {
            this.algorithm = algorithm;
            this.id = id;
        }

        Bytes of(Bytes octets) {
            try {
                return Bytes.owning(MessageDigest.getInstance(algorithm).digest(octets.toArray()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        static Optional<Hash> of(AlgorithmIdentifier identifier) {
            for (Hash hash : values()) {
                if (hash.id.equals(identifier.getAlgorithm())) {
                    return Optional.of(hash);
                }
            }
            return Optional.empty();
        }
    }

    /** The question about {@code certificate}, which {@code issuer} issued, with SHA-256. */
    public static OcspQuestion about(Certificate certificate, Certificate issuer) {
        return about(certificate.fields().serial(), issuer, Hash.SHA256);
    }

    /** The question about a serial number of {@code issuer}. */
    public static OcspQuestion about(BigInteger serial, Certificate issuer, Hash hash) {
        return new OcspQuestion(
                hash,
                hash.of(issuer.fields().subjectName()),
                hash.of(issuer.key().keyBits()),
                serial);
    }

    /** Whether {@code issuer} is the issuer this question names. */
    public boolean isAboutIssuer(Certificate issuer) {
        return issuerNameHash.equals(hash.of(issuer.fields().subjectName()))
                && issuerKeyHash.equals(hash.of(issuer.key().keyBits()));
    }

    /** The DER of an OCSP request with this question alone, and a nonce if given. */
    public Bytes request(Optional<Bytes> nonce) {
        Extensions extensions = nonce.map(OcspQuestion::nonceExtension).orElse(null);
        TBSRequest tbs =
                new TBSRequest(null, new DERSequence(new Request(certId(), null)), extensions);
        return der(new OCSPRequest(tbs, null));
    }

    static Extensions nonceExtension(Bytes nonce) {
        return new Extensions(
                new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                        false,
                        der(new DEROctetString(nonce.toArray())).toArray()));
    }

    static Bytes der(org.bouncycastle.asn1.ASN1Object value) {
        try {
            return Bytes.owning(value.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    CertID certId() {
        return new CertID(
                new AlgorithmIdentifier(hash.id, DERNull.INSTANCE),
                new DEROctetString(issuerNameHash.toArray()),
                new DEROctetString(issuerKeyHash.toArray()),
                new ASN1Integer(serial));
    }

    /** The question in a CertID, or nothing for a hash that is not known here. */
    static Optional<OcspQuestion> of(@Nullable CertID id) {
        if (id == null) {
            return Optional.empty();
        }
        return Hash.of(id.getHashAlgorithm())
                .map(hash ->
                        new OcspQuestion(
                                hash,
                                Bytes.of(id.getIssuerNameHash().getOctets()),
                                Bytes.of(id.getIssuerKeyHash().getOctets()),
                                id.getSerialNumber().getValue()));
    }
}
