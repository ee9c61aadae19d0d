package org.plugcharge.certs.host;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.plugcharge.certs.EcdsaSignature;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in a PKCS#11 token: P-256 and P-521, made there, marked sensitive and not extractable. Ed448
 * the JDK's PKCS#11 provider does not have.
 *
 * <p>The JDK finds a key again by a certificate of the same label, so each key gets a placeholder
 * certificate of its own, signed by itself and used for nothing else. The provider is not
 * registered with the JDK.
 */
public final class Pkcs11KeyBackend implements KeyBackend {

    private static final Instant FROM = Instant.EPOCH;

    /** No known end: RFC 5280 4.1.2.5. */
    private static final Instant UNTIL = Instant.parse("9999-12-31T23:59:59Z");

    private final Provider provider;
    private final KeyStore token;

    private Pkcs11KeyBackend(Provider provider, KeyStore token) {
        this.provider = provider;
        this.token = token;
    }

    /**
     * Opens a token; {@link IllegalArgumentException} with what to do if the library, the slot or
     * the PIN is wrong.
     *
     * @param library the token's PKCS#11 library, as in {@code /usr/lib/softhsm/libsofthsm2.so}
     * @param slotIndex place in the library's list of slots, 0 first
     * @param pin wiped by the caller when it likes: not kept
     */
    public static Pkcs11KeyBackend open(Path library, int slotIndex, char[] pin) {
        if (!Files.isRegularFile(library)) {
            throw new IllegalArgumentException(
                    "no PKCS#11 library " + library + ": name the one of your token");
        }
        try {
            Provider provider =
                    Security.getProvider("SunPKCS11").configure(configuration(library, slotIndex));
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin);
            return new Pkcs11KeyBackend(provider, token);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "the token in slot %d of %s does not open: wrong slot or PIN? %s"
                            .formatted(slotIndex, library, cause(e)),
                    e);
        }
    }

    private static String configuration(Path library, int slotIndex) {
        return """
        --name = plugcharge-%d
        library = %s
        slotListIndex = %d
        attributes(generate,*,*) = {
          CKA_TOKEN = true
        }
        attributes(generate,CKO_PRIVATE_KEY,CKK_EC) = {
          CKA_SIGN = true
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
        }
        """
                .formatted(slotIndex, library, slotIndex);
    }

    private static String cause(Throwable problem) {
        Throwable last = problem;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.P256, KeyType.P521);
    }

    @Override
    public synchronized VerificationKey generate(KeyId id, KeyType type) {
        if (type == KeyType.ED448) {
            throw new IllegalArgumentException("a PKCS#11 token has no Ed448 here");
        }
        try {
            if (certificate(id).isPresent()) {
                throw new IllegalArgumentException("key " + id + " exists");
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(
                    new ECGenParameterSpec(type == KeyType.P256 ? "secp256r1" : "secp521r1"));
            KeyPair pair = generator.generateKeyPair();
            token.setKeyEntry(
                    id.text(),
                    pair.getPrivate(),
                    null,
                    new X509Certificate[] {placeholder(id, pair, algorithm(type))});
            return key(pair.getPublic());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw failed(e);
        }
    }

    private X509Certificate placeholder(KeyId id, KeyPair pair, String algorithm)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=" + id.text());
        return new JcaX509CertificateConverter()
                .getCertificate(
                        new JcaX509v3CertificateBuilder(
                                        name,
                                        BigInteger.ONE,
                                        Date.from(FROM),
                                        Date.from(UNTIL),
                                        name,
                                        pair.getPublic())
                                .build(
                                        new JcaContentSignerBuilder(algorithm)
                                                .setProvider(provider)
                                                .build(pair.getPrivate())));
    }

    @Override
    public VerificationKey publicKey(KeyId id) {
        try {
            return certificate(id)
                    .map(certificate -> key(certificate.getPublicKey()))
                    .orElseThrow(() -> new UnknownKeyException(id));
        } catch (GeneralSecurityException | IOException e) {
            throw failed(e);
        }
    }

    /** The JDK looks into the token when it opens it; others may have made keys since. */
    private synchronized Optional<Certificate> certificate(KeyId id)
            throws GeneralSecurityException, IOException {
        Optional<Certificate> known = Optional.ofNullable(token.getCertificate(id.text()));
        if (known.isPresent()) {
            return known;
        }
        token.load(null, null);
        return Optional.ofNullable(token.getCertificate(id.text()));
    }

    @Override
    public Bytes sign(KeyId id, Bytes message) {
        return signingKey(id).sign(message);
    }

    /** A key that looks into the token once and then only signs. */
    @Override
    public synchronized SigningKey signingKey(KeyId id) {
        VerificationKey publicKey = publicKey(id);
        try {
            if (token.getKey(id.text(), null) instanceof PrivateKey key) {
                return new TokenKey(provider, key, publicKey);
            }
            throw new UnknownKeyException(id);
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    /** The private key is a handle: its octets never leave the token. */
    private record TokenKey(Provider provider, PrivateKey key, VerificationKey publicKey)
            implements SigningKey {

        @Override
        public Bytes sign(Bytes message) {
            KeyType type = publicKey.type().orElseThrow();
            try {
                Signature signer = Signature.getInstance(algorithm(type), provider);
                signer.initSign(key);
                signer.update(message.toArray());
                return EcdsaSignature.toRaw(Bytes.owning(signer.sign()), type);
            } catch (GeneralSecurityException e) {
                throw failed(e);
            }
        }
    }

    @Override
    public synchronized void destroy(KeyId id) {
        try {
            if (certificate(id).isEmpty()) {
                throw new UnknownKeyException(id);
            }
            token.deleteEntry(id.text());
        } catch (GeneralSecurityException | IOException e) {
            throw failed(e);
        }
    }

    private static VerificationKey key(PublicKey key) {
        return VerificationKey.of(Bytes.owning(key.getEncoded()));
    }

    private static String algorithm(KeyType type) {
        return type == KeyType.P256 ? "SHA256withECDSA" : "SHA512withECDSA";
    }

    private static IllegalStateException failed(Exception problem) {
        return new IllegalStateException("the token does not answer: " + cause(problem), problem);
    }
}
