package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.util.Optional;

/**
 * A PKCS#10 request whose sender has proved to hold the private key. What it says about names is a
 * wish, no fact.
 *
 * @param subject the wished name as text, for people
 * @param commonName the wished common name
 */
public record CertificateRequest(
        Bytes der,
        VerificationKey key,
        String subject,
        Optional<String> commonName,
        Optional<String> organization) {

    /** OCPP 2.0.1 carries at most 5500 characters of PEM; nothing sensible is longer. */
    public static final int MAX_OCTETS = 4_000;

    /**
     * Reads DER and checks the proof of possession; {@link MalformedCertificateException} for
     * anything that is not one request, for a key of no {@link KeyType} and for a signature that is
     * not by that key.
     */
    public static CertificateRequest parse(Bytes der) {
        if (der.length() > MAX_OCTETS) {
            throw new MalformedCertificateException(
                    "certificate request longer than " + MAX_OCTETS + " octets");
        }
        try {
            ASN1Primitive value = Der.strict(der);
            var request = org.bouncycastle.asn1.pkcs.CertificationRequest.getInstance(value);
            CertificationRequestInfo info = request.getCertificationRequestInfo();
            VerificationKey key =
                    VerificationKey.of(
                            Bytes.owning(
                                    info.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER)));
            KeyType type =
                    key.type()
                            .orElseThrow(() ->
                                    new MalformedCertificateException(
                                            "expected a P-256, P-521 or Ed448 key in the"
                                                    + " certificate request"));
            boolean proven =
                    request.getSignatureAlgorithm().equals(type.signatureAlgorithm())
                            && key.verifiesDer(
                                    Der.firstElement(value),
                                    Bytes.owning(request.getSignature().getOctets()));
            if (!proven) {
                throw new MalformedCertificateException(
                        "certificate request without proof of possession");
            }
            X500Name name = info.getSubject();
            return new CertificateRequest(
                    der, key, name.toString(), text(name, BCStyle.CN), text(name, BCStyle.O));
        } catch (MalformedCertificateException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new MalformedCertificateException("no certificate request: " + e.getMessage(), e);
        }
    }

    /** Reads one PEM block CERTIFICATE REQUEST; errors as {@link #parse}. */
    public static CertificateRequest parsePem(String pem) {
        return parse(
                Pem.blocks(Pem.REQUEST, pem).stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new MalformedCertificateException(
                                        "no CERTIFICATE REQUEST in the PEM text")));
    }

    /** Makes a request for {@code subject}, signed by its key. */
    public static CertificateRequest create(Subject subject, SigningKey key) {
        CertificationRequestInfo info =
                new CertificationRequestInfo(
                        subject.name(),
                        SubjectPublicKeyInfo.getInstance(key.publicKey().spki().toArray()),
                        new DERSet());
        try {
            Bytes toBeSigned = Bytes.owning(info.getEncoded(ASN1Encoding.DER));
            DERSequence request =
                    new DERSequence(
                            new ASN1Encodable[] {
                                info,
                                key.publicKey().type().orElseThrow().signatureAlgorithm(),
                                new DERBitString(key.signDer(toBeSigned).toArray())
                            });
            return parse(Bytes.owning(request.getEncoded(ASN1Encoding.DER)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One PEM block. */
    public String pem() {
        return Pem.of(Pem.REQUEST, der);
    }

    private static Optional<String> text(
            X500Name name, org.bouncycastle.asn1.ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        return found.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()));
    }
}
