package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a certificate says, read from its to-be-signed part, with or without a signature around it.
 *
 * @param version 1, 2 or 3
 * @param signatureAlgorithm object identifier in dotted form
 * @param issuerName DER of the issuer's name
 * @param subjectName DER of the subject's name
 * @param issuer the issuer's name as text, for people
 * @param subject the subject's name as text, for people
 * @param commonNames every CN of the subject, in order
 * @param domainComponents every DC of the subject, in order
 * @param extendedKeyUsages object identifiers in dotted form; empty if the extension is missing
 * @param ocspUrls from AuthorityInfoAccess
 * @param hostNames DNS names and IP addresses of SubjectAltName, as text
 * @param policies object identifiers of CertificatePolicies in dotted form
 * @param subjectAttributes object identifiers of the subject's parts in dotted form, in order
 * @param issuerUrls where AuthorityInfoAccess says the issuer's certificate lies
 * @param extensions every extension's object identifier, and whether it is critical
 */
public record CertificateFields(
        int version,
        BigInteger serial,
        String signatureAlgorithm,
        Bytes issuerName,
        Bytes subjectName,
        String issuer,
        String subject,
        List<String> commonNames,
        List<String> domainComponents,
        Instant notBefore,
        Instant notAfter,
        VerificationKey key,
        boolean ca,
        OptionalInt pathLength,
        Optional<Set<KeyUsage>> keyUsages,
        Set<String> extendedKeyUsages,
        Optional<Bytes> subjectKeyIdentifier,
        Optional<Bytes> authorityKeyIdentifier,
        List<String> ocspUrls,
        List<String> hostNames,
        List<String> policies,
        List<String> subjectAttributes,
        List<String> issuerUrls,
        List<String> listUrls,
        Map<String, Boolean> extensions) {

    /** Copies the collections. */
    public CertificateFields {
        commonNames = List.copyOf(commonNames);
        domainComponents = List.copyOf(domainComponents);
        keyUsages = keyUsages.map(Set::copyOf);
        extendedKeyUsages = Set.copyOf(extendedKeyUsages);
        ocspUrls = List.copyOf(ocspUrls);
        hostNames = List.copyOf(hostNames);
        policies = List.copyOf(policies);
        subjectAttributes = List.copyOf(subjectAttributes);
        issuerUrls = List.copyOf(issuerUrls);
        listUrls = List.copyOf(listUrls);
        extensions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** The first common name, or nothing. */
    public Optional<String> commonName() {
        return commonNames.stream().findFirst();
    }

    /** Whether subject and issuer are one name. */
    public boolean isSelfIssued() {
        return issuerName.equals(subjectName);
    }

    static CertificateFields of(TBSCertificate tbs) throws IOException {
        @Nullable Extensions extensions = tbs.getExtensions();
        for (Extension extension : all(extensions)) {
            Der.check(Bytes.owning(extension.getExtnValue().getOctets()));
        }
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        boolean ca = constraints != null && constraints.isCA();
        return new CertificateFields(
                tbs.getVersionNumber(),
                tbs.getSerialNumber().getValue(),
                tbs.getSignature().getAlgorithm().getId(),
                der(tbs.getIssuer()),
                der(tbs.getSubject()),
                tbs.getIssuer().toString(),
                tbs.getSubject().toString(),
                texts(tbs.getSubject(), BCStyle.CN),
                texts(tbs.getSubject(), BCStyle.DC),
                DerTime.read(tbs.getStartDate()),
                DerTime.read(tbs.getEndDate()),
                VerificationKey.of(
                        Bytes.owning(tbs.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER))),
                ca,
                pathLength(constraints),
                keyUsages(extensions),
                extendedKeyUsages(extensions),
                Optional.ofNullable(SubjectKeyIdentifier.fromExtensions(extensions))
                        .map(id -> Bytes.of(id.getKeyIdentifier())),
                Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(extensions))
                        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                        .map(Bytes::of),
                urls(extensions, AccessDescription.id_ad_ocsp),
                hostNames(extensions),
                policies(extensions),
                attributes(tbs.getSubject()),
                urls(extensions, AccessDescription.id_ad_caIssuers),
                listUrls(extensions),
                criticality(extensions));
    }

    private static List<Extension> all(@Nullable Extensions extensions) {
        return extensions == null
                ? List.of()
                : Stream.of(extensions.getExtensionOIDs()).map(extensions::getExtension).toList();
    }

    private static Bytes der(X500Name name) throws IOException {
        return Bytes.owning(name.getEncoded(ASN1Encoding.DER));
    }

    private static List<String> texts(X500Name name, ASN1ObjectIdentifier type) {
        List<String> found = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                if (part.getType().equals(type)) {
                    ASN1Primitive value = part.getValue().toASN1Primitive();
                    if (!(value instanceof ASN1String text)) {
                        throw new IllegalArgumentException("a name part that is no text");
                    }
                    found.add(text.getString());
                }
            }
        }
        return found;
    }

    private static OptionalInt pathLength(@Nullable BasicConstraints constraints) {
        BigInteger length = constraints == null ? null : constraints.getPathLenConstraint();
        if (length == null) {
            return OptionalInt.empty();
        }
        if (length.signum() < 0 || length.bitLength() > 31) {
            throw new IllegalArgumentException("a path length that is no small number");
        }
        return OptionalInt.of(length.intValueExact());
    }

    private static Optional<Set<KeyUsage>> keyUsages(@Nullable Extensions extensions) {
        return Optional.ofNullable(org.bouncycastle.asn1.x509.KeyUsage.fromExtensions(extensions))
                .map(usage -> EnumSet.copyOf(KeyUsage.of(usage)));
    }

    private static Set<String> extendedKeyUsages(@Nullable Extensions extensions) {
        Set<String> ids = new java.util.LinkedHashSet<>();
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(extensions);
        if (usage != null) {
            for (KeyPurposeId id : usage.getUsages()) {
                ids.add(id.getId());
            }
        }
        return ids;
    }

    private static List<String> policies(@Nullable Extensions extensions) {
        CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions);
        return policies == null
                ? List.of()
                : Stream.of(policies.getPolicyInformation())
                        .map(policy -> policy.getPolicyIdentifier().getId())
                        .toList();
    }

    private static List<String> attributes(X500Name name) {
        return Stream.of(name.getRDNs())
                .flatMap(rdn -> Stream.of(rdn.getTypesAndValues()))
                .map(part -> part.getType().getId())
                .toList();
    }

    private static List<String> urls(@Nullable Extensions extensions, ASN1ObjectIdentifier method) {
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(extensions);
        if (access == null) {
            return List.of();
        }
        return Stream.of(access.getAccessDescriptions())
                .filter(description -> description.getAccessMethod().equals(method))
                .map(AccessDescription::getAccessLocation)
                .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(name -> name.getName().toString())
                .toList();
    }

    private static List<String> listUrls(@Nullable Extensions extensions) {
        @Nullable ASN1Encodable points =
                extensions == null
                        ? null
                        : extensions.getExtensionParsedValue(Extension.cRLDistributionPoints);
        if (points == null) {
            return List.of();
        }
        return Stream.of(CRLDistPoint.getInstance(points).getDistributionPoints())
                .map(DistributionPoint::getDistributionPoint)
                .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
                .flatMap(name -> Stream.of(GeneralNames.getInstance(name.getName()).getNames()))
                .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(name -> name.getName().toString())
                .toList();
    }

    private static List<String> hostNames(@Nullable Extensions extensions) {
        GeneralNames names =
                GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (names == null) {
            return List.of();
        }
        return Stream.of(names.getNames())
                .filter(name ->
                        name.getTagNo() == GeneralName.dNSName
                                || name.getTagNo() == GeneralName.iPAddress)
                .map(CertificateFields::hostName)
                .toList();
    }

    private static String hostName(GeneralName name) {
        if (name.getTagNo() == GeneralName.dNSName) {
            return name.getName().toString();
        }
        try {
            return InetAddress.getByAddress(ASN1OctetString.getInstance(name.getName()).getOctets())
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address that is neither IPv4 nor IPv6", e);
        }
    }

    private static Map<String, Boolean> criticality(@Nullable Extensions extensions) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (Extension extension : all(extensions)) {
            found.put(extension.getExtnId().getId(), extension.isCritical());
        }
        return found;
    }
}
