package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes certificates no CA should make: starts from what a right one says and bends any part of it.
 * Nothing is linted, and the result need not even be readable.
 */
final class Forge {

    private static final Set<String> SHORT =
            Set.of("2.5.29.19", "2.5.29.15", "2.5.29.14", "2.5.29.35");

    private int version = 3;
    private BigInteger serial;
    private String issuer;
    private String subject;
    private Instant notBefore;
    private Instant notAfter;
    private SubjectPublicKeyInfo key;
    private Optional<AlgorithmIdentifier> inside = Optional.empty();
    private Optional<AlgorithmIdentifier> outside = Optional.empty();
    private final List<Extension> extensions = new ArrayList<>();

    private Forge(Certificate model) {
        CertificateFields fields = model.fields();
        serial = fields.serial();
        issuer = fields.issuer();
        subject = fields.subject();
        notBefore = fields.notBefore();
        notAfter = fields.notAfter();
        key = SubjectPublicKeyInfo.getInstance(fields.key().spki().toArray());
        var parsed = TBSCertificate.getInstance(model.tbs().toArray()).getExtensions();
        Arrays.stream(parsed.getExtensionOIDs()).map(parsed::getExtension).forEach(extensions::add);
    }

    /** Starts from everything {@code model} says. */
    static Forge copy(Certificate model) {
        return new Forge(model);
    }

    /** Starts from {@code model} with no more extensions than every certificate has. */
    static Forge like(Certificate model) {
        Forge forge = new Forge(model);
        forge.extensions.removeIf(extension -> !SHORT.contains(extension.getExtnId().getId()));
        return forge;
    }

    Forge version(int newVersion) {
        version = newVersion;
        return this;
    }

    Forge subject(UnaryOperator<String> change) {
        subject = change.apply(subject);
        return this;
    }

    Forge issuer(String name) {
        issuer = name;
        return this;
    }

    Forge under(Certificate ca) {
        issuer = ca.fields().subject();
        return set(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(
                        ca.fields().subjectKeyIdentifier().orElseThrow().toArray()));
    }

    Forge key(VerificationKey newKey) {
        return key(SubjectPublicKeyInfo.getInstance(newKey.spki().toArray()));
    }

    Forge key(SubjectPublicKeyInfo newKey) {
        key = newKey;
        return this;
    }

    Forge keyIdentifier(Bytes identifier) {
        return set(
                Extension.subjectKeyIdentifier,
                false,
                new SubjectKeyIdentifier(identifier.toArray()));
    }

    Forge ca(boolean isCa) {
        return constraints(true, new BasicConstraints(isCa));
    }

    Forge pathLength(Optional<Integer> length) {
        return constraints(
                true,
                length.isPresent()
                        ? new BasicConstraints(length.get())
                        : new BasicConstraints(true));
    }

    Forge constraints(boolean critical, BasicConstraints constraints) {
        return set(Extension.basicConstraints, critical, constraints);
    }

    Forge usages(KeyUsage... newUsages) {
        return set(Extension.keyUsage, true, KeyUsage.extension(Set.of(newUsages)));
    }

    Forge from(Instant start) {
        notBefore = start;
        return this;
    }

    Forge until(Instant end) {
        notAfter = end;
        return this;
    }

    Forge serial(BigInteger newSerial) {
        serial = newSerial;
        return this;
    }

    Forge extendedKeyUsage(String id) {
        return set(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(id))));
    }

    /** Adds an extension, be there one of this kind already or not. */
    Forge extension(String id, boolean critical, ASN1Encodable value) {
        extensions.add(make(new ASN1ObjectIdentifier(id), critical, value));
        return this;
    }

    Forge unknownCriticalExtension() {
        return extension("1.3.6.1.4.1.99999.1", true, DERNull.INSTANCE);
    }

    Forge without(String id) {
        extensions.removeIf(extension -> extension.getExtnId().getId().equals(id));
        return this;
    }

    /** The same value with the other criticality. */
    Forge criticality(String id, boolean critical) {
        extensions.replaceAll(extension ->
                extension.getExtnId().getId().equals(id)
                        ? new Extension(extension.getExtnId(), critical, extension.getExtnValue())
                        : extension);
        return this;
    }

    /** Names this signature algorithm inside and outside, whatever the key signs with. */
    Forge algorithm(AlgorithmIdentifier algorithm) {
        inside = Optional.of(algorithm);
        outside = Optional.of(algorithm);
        return this;
    }

    Forge algorithmOutside(AlgorithmIdentifier algorithm) {
        outside = Optional.of(algorithm);
        return this;
    }

    private Forge set(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        Extension made = make(id, critical, value);
        if (extensions.stream().noneMatch(known -> known.getExtnId().equals(id))) {
            extensions.add(made);
        }
        extensions.replaceAll(known -> known.getExtnId().equals(id) ? made : known);
        return this;
    }

    private static Extension make(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        return new Extension(id, critical, OcspQuestion.der(value.toASN1Primitive()).toArray());
    }

    /** The forged certificate; {@link MalformedCertificateException} if nobody could read it. */
    Certificate signedBy(SigningKey signer) {
        return Certificate.parse(octetsSignedBy(signer));
    }

    /** The forged octets. */
    Bytes octetsSignedBy(SigningKey signer) {
        AlgorithmIdentifier own = signer.publicKey().type().orElseThrow().signatureAlgorithm();
        Bytes tbs = tbs(inside.orElse(own));
        return with(tbs, outside.orElse(own), signer.signDer(tbs));
    }

    /** The forged octets with any signature. */
    Bytes octetsWith(Bytes signature) {
        AlgorithmIdentifier own = KeyType.P256.signatureAlgorithm();
        return with(tbs(inside.orElse(own)), outside.orElse(own), signature);
    }

    private static Bytes with(Bytes tbs, AlgorithmIdentifier algorithm, Bytes signature) {
        ASN1EncodableVector whole = new ASN1EncodableVector();
        try {
            whole.add(org.bouncycastle.asn1.ASN1Primitive.fromByteArray(tbs.toArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        whole.add(algorithm);
        whole.add(new DERBitString(signature.toArray()));
        return OcspQuestion.der(new DERSequence(whole));
    }

    private Bytes tbs(AlgorithmIdentifier algorithm) {
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        if (version > 1) {
            tbs.add(new DERTaggedObject(true, 0, new ASN1Integer(version - 1)));
        }
        tbs.add(new ASN1Integer(serial));
        tbs.add(algorithm);
        tbs.add(new X500Name(issuer));
        tbs.add(
                new DERSequence(
                        new ASN1Encodable[] {
                            new Time(Date.from(notBefore)), new Time(Date.from(notAfter))
                        }));
        tbs.add(new X500Name(subject));
        tbs.add(key);
        if (!extensions.isEmpty()) {
            DERSequence all = new DERSequence(extensions.toArray(Extension[]::new));
            tbs.add(new DERTaggedObject(true, 3, all));
        }
        try {
            return Bytes.owning(new DERSequence(tbs).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
