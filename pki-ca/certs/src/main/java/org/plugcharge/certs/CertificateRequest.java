package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PKCS#10 request whose sender has proved to hold the private key. What it says about names is a
 * wish, no fact.
 *
 * @param subject the wished name as text, for people
 * @param commonName the wished common name
 * @param extensions the wished extensions: object identifier in dotted form, and content
 */
public record CertificateRequest(
        Bytes der,
        VerificationKey key,
        String subject,
        Optional<String> commonName,
        Optional<String> organization,
        Map<String, Bytes> extensions) {

    /** Nobody has sensible wishes for more. */
    private static final int MAX_EXTENSIONS = 32;

    /** Copies the map. */
    public CertificateRequest {
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

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
                    der,
                    key,
                    name.toString(),
                    text(name, BCStyle.CN),
                    text(name, BCStyle.O),
                    wishes(info));
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

    /** DER of the wished name. */
    public Bytes subjectName() {
        try {
            return Bytes.owning(
                    org.bouncycastle.asn1.pkcs.CertificationRequest.getInstance(der.toArray())
                            .getCertificationRequestInfo()
                            .getSubject()
                            .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it wishes to be a CA, by BasicConstraints or by KeyUsage. */
    public boolean asksForCa() {
        try {
            Bytes constraints = extensions.get(Extension.basicConstraints.getId());
            Bytes usage = extensions.get(Extension.keyUsage.getId());
            boolean ca =
                    constraints != null
                            && BasicConstraints.getInstance(constraints.toArray()).isCA();
            boolean signs =
                    usage != null
                            && org.bouncycastle.asn1.x509.KeyUsage.getInstance(
                                            ASN1BitString.getInstance(usage.toArray()))
                                    .hasUsages(org.bouncycastle.asn1.x509.KeyUsage.keyCertSign);
            return ca || signs;
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** The wishes {@code issued} does not fulfil, as object identifiers. */
    public List<String> refusedBy(Certificate issued) {
        Extensions given =
                org.bouncycastle.asn1.x509.Certificate.getInstance(issued.der().toArray())
                        .getTBSCertificate()
                        .getExtensions();
        return extensions.entrySet().stream()
                .filter(wish -> !wish.getValue().equals(content(given, wish.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One PEM block. */
    public String pem() {
        return Pem.of(Pem.REQUEST, der);
    }

    private static Bytes content(Extensions extensions, String id) {
        Extension found = extensions.getExtension(new ASN1ObjectIdentifier(id));
        return found == null ? Bytes.EMPTY : Bytes.of(found.getExtnValue().getOctets());
    }

    private static Map<String, Bytes> wishes(CertificationRequestInfo info) {
        Map<String, Bytes> wishes = new LinkedHashMap<>();
        if (info.getAttributes() == null) {
            return wishes;
        }
        for (ASN1Encodable element : info.getAttributes()) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)) {
                Extensions extensions =
                        Extensions.getInstance(attribute.getAttrValues().getObjectAt(0));
                for (ASN1ObjectIdentifier id : extensions.getExtensionOIDs()) {
                    wishes.put(id.getId(), content(extensions, id.getId()));
                }
            }
        }
        if (wishes.size() > MAX_EXTENSIONS) {
            throw new MalformedCertificateException(
                    "certificate request with more than " + MAX_EXTENSIONS + " extensions");
        }
        return wishes;
    }

    private static Optional<String> text(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        return found.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()));
    }
}
