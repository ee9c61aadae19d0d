package org.plugcharge.certs;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import javax.crypto.KeyAgreement;

/**
 * One cryptographic provider, passed explicitly: nothing is ever registered with {@link Security}.
 *
 * <p>In order of measured speed: Amazon Corretto's where its native library loads (linux on x86-64
 * and aarch64), else Bouncy Castle, else the JDK. Ed448 is Bouncy Castle's always.
 */
record Crypto(Provider provider) {

    static final Crypto BEST =
            first(
                    List.of(
                            Crypto::amazon,
                            () -> Optional.of(bouncyCastle()),
                            () -> Optional.of(jdk())));

    /** Registers some thousand services when it is made: only where it is wanted. */
    private static final class BouncyCastle {
        static final Crypto INSTANCE = new Crypto(new BouncyCastleProvider());
    }

    /** Bouncy Castle's own. */
    static Crypto bouncyCastle() {
        return BouncyCastle.INSTANCE;
    }

    /** The providers of the JDK. */
    static Crypto jdk() {
        return new Crypto(Security.getProvider("SunEC"));
    }

    /** Amazon's, if its classes are there, its native library loads and its own tests pass. */
    static Optional<Crypto> amazon() {
        try {
            AmazonCorrettoCryptoProvider amazon = AmazonCorrettoCryptoProvider.INSTANCE;
            return amazon.getLoadingError() == null
                    ? Optional.of(new Crypto(amazon))
                    : Optional.empty();
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** The first that is there and signs and verifies on both curves. */
    static Crypto first(List<Supplier<Optional<Crypto>>> candidates) {
        return candidates.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(Crypto::works)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no cryptographic provider works"));
    }

    /** The provider for this kind of key when {@code BEST} is wanted. */
    static Crypto best(KeyType type) {
        return type == KeyType.ED448 ? bouncyCastle() : BEST;
    }

    private boolean works() {
        try {
            for (KeyType type : List.of(KeyType.P256, KeyType.P521)) {
                Bytes one =
                        Bytes.owning(new byte[type.privateOctets() - 1]).plus(Bytes.of((byte) 3));
                SoftwareKey key = SoftwareKey.of(type, one);
                Bytes signature = sign(type, privateKey(type, key.pkcs8()), one);
                PublicKey publicKey = publicKey(type, key.publicKey().spki());
                if (!verifies(type, publicKey, one, signature)
                        || verifies(type, publicKey, signature, signature)) {
                    return false;
                }
            }
            return true;
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    PublicKey publicKey(KeyType type, Bytes spki) throws GeneralSecurityException {
        return KeyFactory.getInstance(family(type), provider)
                .generatePublic(new X509EncodedKeySpec(spki.toArray()));
    }

    PrivateKey privateKey(KeyType type, Bytes pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(family(type), provider)
                .generatePrivate(new PKCS8EncodedKeySpec(pkcs8.toArray()));
    }

    boolean verifies(KeyType type, PublicKey key, Bytes message, Bytes encodedSignature) {
        try {
            Signature verifier = Signature.getInstance(algorithm(type), provider);
            verifier.initVerify(key);
            verifier.update(message.toArray());
            return verifier.verify(encodedSignature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The signature as certificates carry it. */
    Bytes sign(KeyType type, PrivateKey key, Bytes message) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(algorithm(type), provider);
        signer.initSign(key);
        signer.update(message.toArray());
        return Bytes.owning(Objects.requireNonNull(signer.sign()));
    }

    /** A new pair from the provider's own random numbers. */
    KeyPair generate(KeyType type) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family(type), provider);
        if (type != KeyType.ED448) {
            generator.initialize(
                    new ECGenParameterSpec(type == KeyType.P256 ? "secp256r1" : "secp521r1"));
        }
        return generator.generateKeyPair();
    }

    /** What both sides of an ECDH agreement arrive at: the x-coordinate, padded. */
    Bytes agree(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
        agreement.init(own);
        agreement.doPhase(other, true);
        return Bytes.owning(agreement.generateSecret());
    }

    private static String family(KeyType type) {
        return type == KeyType.ED448 ? "Ed448" : "EC";
    }

    static String algorithm(KeyType type) {
        return switch (type) {
            case P256 -> "SHA256withECDSA";
            case P521 -> "SHA512withECDSA";
            case ED448 -> "Ed448";
        };
    }
}
