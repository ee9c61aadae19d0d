package org.plugcharge.certs;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.plugcharge.exi.Bytes;

/**
 * How a contract's private key travels into a car in ISO 15118-2: one-pass ECDH on P-256, SHA-256
 * key derivation, AES-128-CBC without padding. [V2G2-815] to [V2G2-823]
 *
 * <p>The cipher has no integrity of its own: the CPS signature over the fields is checked before a
 * key is opened, and an opened key must belong to the contract certificate.
 */
public final class ContractKeyDelivery {

    /** IV and encrypted scalar. */
    public static final int SEALED_OCTETS = 48;

    private static final int IV_OCTETS = 16;
    private static final int KEY_OCTETS = 16;

    /** Counter 1, then Z, then algorithm id, sender U and receiver V. */
    private static final Bytes COUNTER = Bytes.fromHex("00000001");

    private static final Bytes OTHER_INFO = Bytes.fromHex("015556");

    private ContractKeyDelivery() {}

    /**
     * What a certificate installation response carries.
     *
     * @param encryptedPrivateKey IV (16) and encrypted scalar (32): the
     *     ContractSignatureEncryptedPrivateKey
     * @param dhPublicKey the sender's ephemeral point 04 X Y (65): the DHpublickey
     */
    public record Sealed(Bytes encryptedPrivateKey, Bytes dhPublicKey) {}

    /** Why a delivered key is of no use. */
    public static final class DeliveryException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        DeliveryException(String message) {
            super(message);
        }
    }

    /**
     * Seals {@code contractKey} for the owner of {@code receiver}, the key of the vehicle's
     * provisioning certificate; {@link IllegalArgumentException} if that is no P-256 key. The
     * ephemeral key and the IV come from {@code entropy}.
     */
    public static Sealed seal(SoftwareKey contractKey, VerificationKey receiver, Entropy entropy) {
        if (contractKey.type() != KeyType.P256) {
            throw new IllegalArgumentException("expected a P-256 contract key");
        }
        if (!receiver.isP256()) {
            throw new IllegalArgumentException("expected a P-256 key to seal for");
        }
        SoftwareKey ephemeral = SoftwareKey.generate(entropy);
        Bytes iv = entropy.next(IV_OCTETS);
        Bytes key = sessionKey(ephemeral, receiver);
        return new Sealed(
                iv.plus(crypt(true, key, iv, contractKey.scalar())),
                ephemeral.publicKey().keyBits());
    }

    /**
     * Opens a sealed key with the vehicle's own; {@link DeliveryException} for wrong lengths, a
     * point off the curve, a scalar out of range and a key that does not belong to the contract
     * certificate. [V2G2-823]
     */
    public static SoftwareKey open(
            Sealed sealed, SoftwareKey receiver, VerificationKey contractCertificateKey) {
        if (receiver.type() != KeyType.P256) {
            throw new DeliveryException("expected a P-256 provisioning key");
        }
        if (sealed.encryptedPrivateKey().length() != SEALED_OCTETS) {
            throw new DeliveryException(
                    "expected an encrypted key of 48 octets, found "
                            + sealed.encryptedPrivateKey().length());
        }
        Bytes key;
        try {
            key = sessionKey(receiver, VerificationKey.ofPoint(sealed.dhPublicKey()));
        } catch (IllegalArgumentException e) {
            throw new DeliveryException("expected a point on P-256 as DHpublickey");
        }
        Bytes iv = sealed.encryptedPrivateKey().slice(0, IV_OCTETS);
        Bytes scalar =
                crypt(false, key, iv, sealed.encryptedPrivateKey().slice(IV_OCTETS, SEALED_OCTETS));
        return matching(scalar, contractCertificateKey);
    }

    private static SoftwareKey matching(Bytes scalar, VerificationKey contractCertificateKey) {
        try {
            SoftwareKey opened = SoftwareKey.ofScalar(scalar);
            if (opened.publicKey().equals(contractCertificateKey)) {
                return opened;
            }
        } catch (IllegalArgumentException e) {
            throw new DeliveryException("the opened key is no P-256 scalar");
        }
        throw new DeliveryException("the opened key does not belong to the contract certificate");
    }

    /** SHA-256(00000001 || Z || 01 'U' 'V'), its first 16 octets; Z padded to 32. */
    private static Bytes sessionKey(SoftwareKey own, VerificationKey other) {
        Bytes z = own.agree(other);
        byte[] input = COUNTER.plus(z).plus(OTHER_INFO).toArray();
        SHA256Digest digest = new SHA256Digest();
        digest.update(input, 0, input.length);
        byte[] output = new byte[digest.getDigestSize()];
        digest.doFinal(output, 0);
        return Bytes.of(output, 0, KEY_OCTETS);
    }

    private static Bytes crypt(boolean encrypt, Bytes key, Bytes iv, Bytes input) {
        CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key.toArray()), iv.toArray()));
        byte[] from = input.toArray();
        byte[] to = new byte[from.length];
        for (int at = 0; at < from.length; at += cipher.getBlockSize()) {
            cipher.processBlock(from, at, to, at);
        }
        return Bytes.owning(to);
    }
}
