package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A certificate before its signature, already linted: what would not pass in a car does not become
 * one of these.
 *
 * <p>Two steps, so that a caller can write down the intent (serial number and octets) before a
 * signature exists.
 */
public final class ToBeSigned {

    /** A peer's clock may be behind ours by so much. */
    private static final Duration BACKDATING = Duration.ofMinutes(5);

    /** 127 random bits: RFC 5280 asks for at most 20 octets and a positive number. */
    private static final int SERIAL_OCTETS = 16;

    private final Bytes tbs;
    private final CertificateFields fields;
    private final VerificationKey issuerKey;

    private ToBeSigned(Bytes tbs, CertificateFields fields, VerificationKey issuerKey) {
        this.tbs = tbs;
        this.fields = fields;
        this.issuerKey = issuerKey;
    }

    /**
     * Builds the octets to be signed and lints them; {@link LintException} with every finding if
     * the certificate would be wrong, {@link IllegalArgumentException} for an order that cannot be
     * written at all.
     */
    public static ToBeSigned prepare(
            CertificateOrder order, Issuer issuer, Instant now, Entropy entropy) {
        X500Name subject = order.subject().within(order.profile().domainComponent()).name();
        return prepare(order, subject, order.key().keyIdentifier(), issuer, now, entropy);
    }

    /**
     * The same for what follows a certificate: its name octet by octet, its host names, its
     * profile, for another key.
     */
    public static ToBeSigned prepareRenewal(
            Certificate former,
            CertificateProfile profile,
            VerificationKey key,
            StatusUrls status,
            Issuer issuer,
            Instant now,
            Entropy entropy) {
        CertificateOrder order =
                CertificateOrder.of(profile, Subject.named(former.commonName().orElse("-")), key)
                        .statusAt(status)
                        .forHosts(former.fields().hostNames());
        return prepare(order, subjectOf(former), key.keyIdentifier(), issuer, now, entropy);
    }

    /** The same for a sub-CA of elsewhere: its name octet by octet as in its request. */
    public static ToBeSigned prepareSubCa(
            CertificateRequest request,
            CertificateProfile profile,
            StatusUrls status,
            Issuer issuer,
            Instant now,
            Entropy entropy) {
        CertificateOrder order =
                CertificateOrder.of(
                                profile,
                                Subject.named(request.commonName().orElse("-")),
                                request.key())
                        .statusAt(status);
        X500Name subject = X500Name.getInstance(request.subjectName().toArray());
        return prepare(order, subject, request.key().keyIdentifier(), issuer, now, entropy);
    }

    /**
     * The same for the key of another root: its name and key identifier octet by octet as in its
     * own certificate, an end no later than its own. With this beside it, a chain that ends at
     * {@code root} ends at {@code issuer} as well.
     *
     * @param profile of the roots, both of them
     */
    public static ToBeSigned prepareCross(
            Certificate root,
            CertificateProfile profile,
            StatusUrls status,
            boolean test,
            Issuer issuer,
            Instant now,
            Entropy entropy) {
        CertificateOrder order =
                CertificateOrder.of(
                                Profiles.cross(profile),
                                Subject.named(root.commonName().orElse("-")),
                                root.key())
                        .statusAt(status)
                        .until(root.fields().notAfter());
        Bytes identifier =
                root.fields().subjectKeyIdentifier().orElseGet(root.key()::keyIdentifier);
        return prepare(
                test ? order.forTests() : order, subjectOf(root), identifier, issuer, now, entropy);
    }

    private static ToBeSigned prepare(
            CertificateOrder order,
            X500Name subject,
            Bytes keyIdentifier,
            Issuer issuer,
            Instant now,
            Entropy entropy) {
        try {
            TBSCertificate tbs = build(order, subject, keyIdentifier, issuer, now, entropy);
            Bytes octets = Bytes.owning(tbs.getEncoded(ASN1Encoding.DER));
            CertificateFields fields = CertificateFields.of(tbs);
            Linter.refuseErrors(
                    LintSubject.unsigned(octets, fields, order.profile(), issuer.certificate()));
            return new ToBeSigned(octets, fields, issuer.key().publicKey());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes the certificate; {@link IllegalArgumentException} if {@code key} is not the issuer's it
     * was prepared for.
     */
    public Certificate sign(SigningKey key) {
        if (!key.publicKey().equals(issuerKey)) {
            throw new IllegalArgumentException("prepared for another issuer's key");
        }
        return Certificate.of(tbs, algorithm(issuerKey), key.signDer(tbs), fields);
    }

    /** The octets the signature will cover. */
    public Bytes tbs() {
        return tbs;
    }

    /** What the certificate will say. */
    public CertificateFields fields() {
        return fields;
    }

    private static TBSCertificate build(
            CertificateOrder order,
            X500Name subject,
            Bytes keyIdentifier,
            Issuer issuer,
            Instant now,
            Entropy entropy)
            throws IOException {
        V3TBSCertificateGenerator tbs = new V3TBSCertificateGenerator();
        tbs.setSerialNumber(new ASN1Integer(serial(entropy)));
        tbs.setSignature(algorithm(issuer.key().publicKey()));
        tbs.setIssuer(issuer.certificate().map(ToBeSigned::subjectOf).orElse(subject));
        tbs.setSubject(subject);
        Instant start = notBefore(issuer, now);
        tbs.setStartDate(DerTime.of(start));
        tbs.setEndDate(DerTime.of(notAfter(order, issuer, start)));
        tbs.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(order.key().spki().toArray()));
        tbs.setExtensions(extensions(order, keyIdentifier, issuer));
        return tbs.generateTBSCertificate();
    }

    private static AlgorithmIdentifier algorithm(VerificationKey issuerKey) {
        return issuerKey
                .type()
                .orElseThrow(() -> new IllegalArgumentException("an issuer's key nobody can use"))
                .signatureAlgorithm();
    }

    private static X500Name subjectOf(Certificate certificate) {
        return X500Name.getInstance(certificate.fields().subjectName().toArray());
    }

    private static BigInteger serial(Entropy entropy) {
        byte[] octets = entropy.next(SERIAL_OCTETS).toArray();
        octets[0] = (byte) ((octets[0] & 0x7f) | 0x40);
        return new BigInteger(1, octets);
    }

    private static Instant notBefore(Issuer issuer, Instant now) {
        Instant start = now.minus(BACKDATING).truncatedTo(ChronoUnit.SECONDS);
        return issuer.certificate()
                .map(certificate -> certificate.fields().notBefore())
                .filter(start::isBefore)
                .orElse(start);
    }

    /** The profile's time, ended early by the order and by the issuer's own end (shell model). */
    private static Instant notAfter(CertificateOrder order, Issuer issuer, Instant start) {
        Instant end = start.atOffset(ZoneOffset.UTC).plus(order.profile().validity()).toInstant();
        Instant wanted = order.notAfter().filter(end::isAfter).orElse(end);
        return issuer.certificate()
                .map(certificate -> certificate.fields().notAfter())
                .filter(wanted::isAfter)
                .orElse(wanted)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static Extensions extensions(CertificateOrder order, Bytes ownIdentifier, Issuer issuer)
            throws IOException {
        CertificateProfile profile = order.profile();
        ExtensionsGenerator all = new ExtensionsGenerator();
        all.addExtension(Extension.basicConstraints, true, constraints(profile));
        all.addExtension(Extension.keyUsage, true, KeyUsage.extension(profile.keyUsages()));
        all.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new SubjectKeyIdentifier(ownIdentifier.toArray()));
        if (issuer.certificate().isPresent()) {
            Bytes keyIdentifier =
                    issuer.certificate()
                            .flatMap(certificate -> certificate.fields().subjectKeyIdentifier())
                            .orElseGet(() -> issuer.key().publicKey().keyIdentifier());
            all.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(keyIdentifier.toArray()));
        }
        if (!profile.extendedKeyUsages().isEmpty()) {
            all.addExtension(Extension.extendedKeyUsage, false, extendedKeyUsage(profile));
        }
        if (profile.extendedKeyUsages().contains(Iso2Profile.OCSP_SIGNING)) {
            all.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
        if (order.status().isPresent() && profile.ocspUrl()) {
            all.addExtension(
                    Extension.authorityInfoAccess, false, access(order.status().get().ocsp()));
        }
        Optional<String> list = order.status().flatMap(StatusUrls::list);
        if (list.isPresent() && profile.mayNameList()) {
            all.addExtension(
                    Extension.cRLDistributionPoints, false, RevocationLists.at(list.get()));
        }
        if (order.test()) {
            all.addExtension(Extension.certificatePolicies, false, testPolicy());
        }
        if (!order.hostNames().isEmpty()) {
            all.addExtension(Extension.subjectAlternativeName, false, hostNames(order.hostNames()));
        }
        return all.generate();
    }

    private static BasicConstraints constraints(CertificateProfile profile) {
        if (!profile.ca()) {
            return new BasicConstraints(false);
        }
        return profile.pathLength().isPresent()
                ? new BasicConstraints(profile.pathLength().getAsInt())
                : new BasicConstraints(true);
    }

    private static ExtendedKeyUsage extendedKeyUsage(CertificateProfile profile) {
        return new ExtendedKeyUsage(
                profile.extendedKeyUsages().stream()
                        .sorted()
                        .map(id ->
                                KeyPurposeId.getInstance(
                                        new org.bouncycastle.asn1.ASN1ObjectIdentifier(id)))
                        .toArray(KeyPurposeId[]::new));
    }

    private static AuthorityInformationAccess access(String url) {
        return new AuthorityInformationAccess(
                AccessDescription.id_ad_ocsp,
                new GeneralName(
                        GeneralName.uniformResourceIdentifier, new DERIA5String(url, true)));
    }

    private static CertificatePolicies testPolicy() {
        return new CertificatePolicies(
                new PolicyInformation(
                        new org.bouncycastle.asn1.ASN1ObjectIdentifier(TestPki.TEST_POLICY)));
    }

    private static GeneralNames hostNames(List<String> names) {
        return new GeneralNames(
                names.stream()
                        .map(name ->
                                new GeneralName(
                                        isAddress(name)
                                                ? GeneralName.iPAddress
                                                : GeneralName.dNSName,
                                        name))
                        .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }
}
