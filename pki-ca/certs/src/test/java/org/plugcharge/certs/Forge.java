package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.plugcharge.exi.Bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes certificates no CA should make. Starts from what a right one says; every part can be bent.
 */
final class Forge {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private String subject;
    private String issuer;
    private SubjectPublicKeyInfo key;
    private boolean ca;
    private Optional<Integer> pathLength;
    private Set<KeyUsage> usages;
    private Instant notBefore = NOW.minus(Duration.ofDays(1));
    private Instant notAfter = NOW.plus(Duration.ofDays(30));
    private Optional<Bytes> subjectKeyIdentifier;
    private Optional<Bytes> authorityKeyIdentifier;
    private final List<Extension> further = new ArrayList<>();
    private BigInteger serial = BigInteger.valueOf(4711).shiftLeft(64);

    private Forge(Certificate model) {
        CertificateFields fields = model.fields();
        subject = fields.subject();
        issuer = fields.issuer();
        key = SubjectPublicKeyInfo.getInstance(fields.key().spki().toArray());
        ca = fields.ca();
        pathLength =
                fields.pathLength().isPresent()
                        ? Optional.of(fields.pathLength().getAsInt())
                        : Optional.empty();
        usages = EnumSet.copyOf(fields.keyUsages().orElseThrow());
        subjectKeyIdentifier = fields.subjectKeyIdentifier();
        authorityKeyIdentifier = fields.authorityKeyIdentifier();
    }

    static Forge like(Certificate model) {
        return new Forge(model);
    }

    Forge subject(UnaryOperator<String> change) {
        subject = change.apply(subject);
        return this;
    }

    Forge under(Certificate ca) {
        issuer = ca.fields().subject();
        authorityKeyIdentifier = ca.fields().subjectKeyIdentifier();
        return this;
    }

    Forge key(VerificationKey newKey) {
        return key(SubjectPublicKeyInfo.getInstance(newKey.spki().toArray()));
    }

    Forge key(SubjectPublicKeyInfo newKey) {
        key = newKey;
        return this;
    }

    Forge keyIdentifier(Bytes identifier) {
        subjectKeyIdentifier = Optional.of(identifier);
        return this;
    }

    Forge ca(boolean isCa) {
        ca = isCa;
        return this;
    }

    Forge pathLength(Optional<Integer> length) {
        pathLength = length;
        return this;
    }

    Forge usages(KeyUsage... newUsages) {
        usages = Set.of(newUsages);
        return this;
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
        return extension(
                "2.5.29.37",
                false,
                new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(id))));
    }

    Forge extension(String id, boolean critical, ASN1Encodable value) {
        try {
            further.add(
                    new Extension(
                            new ASN1ObjectIdentifier(id),
                            critical,
                            value.toASN1Primitive().getEncoded()));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Forge unknownCriticalExtension() {
        return extension("1.3.6.1.4.1.99999.1", true, DERNull.INSTANCE);
    }

    Certificate signedBy(SigningKey signer) {
        try {
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(
                            new X500Name(issuer),
                            serial,
                            Date.from(notBefore),
                            Date.from(notAfter),
                            new X500Name(subject),
                            key);
            if (ca) {
                builder.addExtension(
                        Extension.basicConstraints,
                        true,
                        pathLength.isPresent()
                                ? new BasicConstraints(pathLength.get())
                                : new BasicConstraints(true));
            } else {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            }
            builder.addExtension(Extension.keyUsage, true, KeyUsage.extension(usages));
            if (subjectKeyIdentifier.isPresent()) {
                builder.addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new SubjectKeyIdentifier(subjectKeyIdentifier.get().toArray()));
            }
            if (authorityKeyIdentifier.isPresent()) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(authorityKeyIdentifier.get().toArray()));
            }
            for (Extension extension : further) {
                builder.addExtension(extension);
            }
            return Certificate.parse(
                    Bytes.owning(builder.build(new KeySigner(signer)).getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets Bouncy Castle's builder use our keys. */
    private static final class KeySigner implements ContentSigner {
        private final SigningKey key;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        KeySigner(SigningKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return KeyType.P256.signatureAlgorithm();
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            return key.signDer(Bytes.of(message.toByteArray())).toArray();
        }
    }
}
