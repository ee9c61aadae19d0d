package org.plugcharge.certs;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.plugcharge.certs.ContractKeyDelivery.DeliveryException;
import org.plugcharge.certs.ContractKeyDelivery.Sealed;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * How a contract's private key travels into a car in ISO 15118-20: one-pass ECDH on P-521 or X448,
 * SHA-512 key derivation, AES-256-GCM bound to the vehicle and the contract. [V2G20-2491] to
 * [V2G20-2510]
 *
 * <p>The additional data are the vehicle's PCID (18 characters) and the contract certificate's
 * subject key identifier (8 octets as 16 upper-case hex digits). What public sources leave open is
 * a {@link Form}. The variant for a TPM is not here: its field table was found in no open source.
 */
public final class Iso20KeyDelivery {

    /** IV, encrypted scalar and tag of the P-521 form. */
    public static final int P521_OCTETS = 94;

    /** IV, encrypted key and tag of the X448 form. */
    public static final int X448_OCTETS = 84;

    /** What the schema makes of a DHPublicKey: a P-521 point. */
    public static final int DH_PUBLIC_KEY_OCTETS = 133;

    private static final int IV_OCTETS = 12;
    private static final int TAG_OCTETS = 16;
    private static final int KEY_OCTETS = 32;
    private static final int KEY_IDENTIFIER_OCTETS = 8;

    /** Counter 1, as NIST SP 800-56A 5.8.1 has it; then Z. */
    private static final Bytes COUNTER = Bytes.fromHex("00000001");

    private Iso20KeyDelivery() {}

    /** How the session key is bound. Sender and receiver must have the same one. */
    public enum Binding {
        /** Algorithm id 01, sender U, receiver V; PCID and key identifier as additional data. */
        STANDARD("015556", true),
        /**
         * No other information and no additional data: what the one open implementation that was
         * found does. For experiments.
         */
        BARE("", false);

        @SuppressWarnings("ImmutableEnumChecker")
        private final Bytes otherInfo;

        private final boolean additionalData;

        Binding(String otherInfo, boolean additionalData) {
            this.otherInfo = Bytes.fromHex(otherInfo);
            this.additionalData = additionalData;
        }
    }

    /** How an X448 public key fills a DHPublicKey, where text and schema contradict each other. */
    public enum X448Point {
        /** 56 octets: the text. */
        BARE,
        /** 133 octets, zeros behind: the schema's exact length. */
        PADDED
    }

    /** The details that public sources leave open. */
    public record Form(Binding binding, X448Point x448Point) {

        /** What the standard's text says as far as it is known. */
        public static final Form TEXT = new Form(Binding.STANDARD, X448Point.BARE);
    }

    /**
     * To whom and for which contract a key goes.
     *
     * @param pcid all 18 characters; {@link IllegalArgumentException} for a shorter one
     * @param subjectKeyIdentifier of the contract certificate, 8 octets
     */
    public record Bond(Pcid pcid, Bytes subjectKeyIdentifier) {

        /** Checks the lengths. */
        public Bond {
            if (!pcid.hasCheckCharacter()) {
                throw new IllegalArgumentException("expected a PCID of 18 characters");
            }
            if (subjectKeyIdentifier.length() != KEY_IDENTIFIER_OCTETS) {
                throw new IllegalArgumentException("expected a subject key identifier of 8 octets");
            }
        }

        /** The bond of a contract certificate; {@link IllegalArgumentException} if it has none. */
        public static Bond of(Pcid pcid, Certificate contract) {
            return new Bond(
                    pcid,
                    contract.fields()
                            .subjectKeyIdentifier()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "a contract without subject key identifier")));
        }

        Bytes additionalData() {
            String text = pcid.text() + subjectKeyIdentifier.toHex().toUpperCase(Locale.ROOT);
            return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Seals a P-521 contract key for the owner of {@code receiver}, the P-521 key of the vehicle's
     * provisioning certificate: 94 octets and a point of 133.
     */
    public static Sealed seal(
            SoftwareKey contractKey,
            VerificationKey receiver,
            Bond bond,
            Form form,
            Entropy entropy) {
        if (contractKey.type() != KeyType.P521 || !isP521(receiver)) {
            throw new IllegalArgumentException("expected a P-521 contract and receiver key");
        }
        SoftwareKey ephemeral = SoftwareKey.generate(KeyType.P521, entropy);
        Bytes sealed = seal(contractKey.scalar(), ephemeral.agree(receiver), bond, form, entropy);
        return new Sealed(sealed, ephemeral.publicKey().keyBits());
    }

    /**
     * Opens a sealed P-521 key with the vehicle's own; {@link DeliveryException} for wrong lengths,
     * a point off the curve, another vehicle's or contract's bond, changed octets, a scalar out of
     * range, its 7 top bits included, and a key that does not belong to the contract certificate.
     */
    public static SoftwareKey open(
            Sealed sealed,
            SoftwareKey receiver,
            Bond bond,
            Form form,
            VerificationKey contractCertificateKey) {
        if (receiver.type() != KeyType.P521) {
            throw new DeliveryException("expected a P-521 provisioning key");
        }
        expect(sealed.encryptedPrivateKey(), P521_OCTETS);
        Bytes z;
        try {
            z = receiver.agree(VerificationKey.of(KeyType.P521, sealed.dhPublicKey()));
        } catch (IllegalArgumentException e) {
            throw new DeliveryException("expected a point on P-521 as DHPublicKey");
        }
        return matching(open(sealed.encryptedPrivateKey(), z, bond, form), contractCertificateKey);
    }

    /**
     * Seals an X448 key for the owner of {@code receiver}, an X448 public key: 84 octets and the
     * ephemeral public key. In the certificate it is an alternative key whose extension's object
     * identifier was found in no open source, so the caller has to know it.
     */
    public static Sealed sealX448(
            X448Key contractKey, Bytes receiver, Bond bond, Form form, Entropy entropy) {
        X448Key ephemeral = X448Key.generate(entropy);
        Bytes sealed = seal(contractKey.secret(), ephemeral.agree(receiver), bond, form, entropy);
        Bytes point = ephemeral.publicKey();
        return new Sealed(
                sealed,
                form.x448Point() == X448Point.BARE
                        ? point
                        : point.plus(
                                Bytes.owning(new byte[DH_PUBLIC_KEY_OCTETS - X448Key.OCTETS])));
    }

    /**
     * Opens a sealed X448 key; {@link DeliveryException} for wrong lengths, a point of small order,
     * another bond, changed octets, and a key that is not the one expected.
     *
     * @param expectedPublicKey 56 octets, from the contract certificate
     */
    public static X448Key openX448(
            Sealed sealed, X448Key receiver, Bond bond, Form form, Bytes expectedPublicKey) {
        expect(sealed.encryptedPrivateKey(), X448_OCTETS);
        Bytes z;
        try {
            z = receiver.agree(x448Point(sealed.dhPublicKey(), form));
        } catch (IllegalArgumentException e) {
            throw new DeliveryException("expected an X448 DHPublicKey: " + e.getMessage());
        }
        X448Key opened = X448Key.of(open(sealed.encryptedPrivateKey(), z, bond, form));
        if (!opened.publicKey().equals(expectedPublicKey)) {
            throw new DeliveryException(
                    "the opened key does not belong to the contract certificate");
        }
        return opened;
    }

    private static Bytes x448Point(Bytes dhPublicKey, Form form) {
        if (form.x448Point() == X448Point.BARE) {
            return dhPublicKey;
        }
        if (dhPublicKey.length() != DH_PUBLIC_KEY_OCTETS
                || !dhPublicKey
                        .slice(X448Key.OCTETS, DH_PUBLIC_KEY_OCTETS)
                        .equals(Bytes.owning(new byte[DH_PUBLIC_KEY_OCTETS - X448Key.OCTETS]))) {
            throw new IllegalArgumentException("expected 56 octets and 77 zeros");
        }
        return dhPublicKey.slice(0, X448Key.OCTETS);
    }

    private static boolean isP521(VerificationKey key) {
        return key.type().filter(KeyType.P521::equals).isPresent();
    }

    private static void expect(Bytes field, int octets) {
        if (field.length() != octets) {
            throw new DeliveryException(
                    "expected an encrypted key of %d octets, found %d"
                            .formatted(octets, field.length()));
        }
    }

    private static SoftwareKey matching(Bytes scalar, VerificationKey contractCertificateKey) {
        try {
            SoftwareKey opened = SoftwareKey.of(KeyType.P521, scalar);
            if (opened.publicKey().equals(contractCertificateKey)) {
                return opened;
            }
        } catch (IllegalArgumentException e) {
            throw new DeliveryException("the opened key is no P-521 scalar from 1 to n-1");
        }
        throw new DeliveryException("the opened key does not belong to the contract certificate");
    }

    private static Bytes seal(Bytes secret, Bytes z, Bond bond, Form form, Entropy entropy) {
        Bytes iv = entropy.next(IV_OCTETS);
        try {
            return iv.plus(crypt(true, sessionKey(z, form), iv, bond, form, secret));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes open(Bytes field, Bytes z, Bond bond, Form form) {
        Bytes iv = field.slice(0, IV_OCTETS);
        Bytes secret = field.slice(IV_OCTETS, field.length());
        try {
            return crypt(false, sessionKey(z, form), iv, bond, form, secret);
        } catch (InvalidCipherTextException e) {
            throw new DeliveryException(
                    "the key does not open: other octets, another vehicle or another contract");
        }
    }

    /** SHA-512(00000001 || Z || other information), its first 32 octets. */
    private static Bytes sessionKey(Bytes z, Form form) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-512")
                            .digest(COUNTER.plus(z).plus(form.binding().otherInfo).toArray());
            return Bytes.of(digest, 0, KEY_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes crypt(
            boolean encrypt, Bytes key, Bytes iv, Bond bond, Form form, Bytes input)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        Bytes additional = form.binding().additionalData ? bond.additionalData() : Bytes.EMPTY;
        cipher.init(
                encrypt,
                new AEADParameters(
                        new KeyParameter(key.toArray()),
                        8 * TAG_OCTETS,
                        iv.toArray(),
                        additional.toArray()));
        byte[] output = new byte[cipher.getOutputSize(input.length())];
        int length = cipher.processBytes(input.toArray(), 0, input.length(), output, 0);
        length += cipher.doFinal(output, length);
        return Bytes.of(output, 0, length);
    }
}
