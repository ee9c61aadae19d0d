package org.plugcharge.tool.tls;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens the records of one direction under one set of keys, in their order. */
final class RecordKeys {

    private static final int HEADER = 5;
    private static final int TAG = 16;
    private static final int NONCE = 12;
    private static final int EXPLICIT_NONCE = 8;
    private static final int BLOCK = 16;

    private final Suite suite;
    private final byte[] key;
    private final byte[] iv;
    private final byte[] macKey;
    private final boolean encryptThenMac;
    private final byte[] secret;
    private long sequence;

    private RecordKeys(
            Suite suite,
            byte[] key,
            byte[] iv,
            byte[] macKey,
            boolean encryptThenMac,
            byte[] secret) {
        this.suite = suite;
        this.key = key;
        this.iv = iv;
        this.macKey = macKey;
        this.encryptThenMac = encryptThenMac;
        this.secret = secret;
    }

    /** Of TLS 1.2, from the master secret. */
    static RecordKeys tls12(
            Suite suite,
            byte[] masterSecret,
            byte[] clientRandom,
            byte[] serverRandom,
            boolean ofClient,
            boolean encryptThenMac)
            throws GeneralSecurityException {
        int fixedIv =
                switch (suite.cipher) {
                    case CBC -> 0;
                    case GCM -> NONCE - EXPLICIT_NONCE;
                    case CHACHA -> NONCE;
                };
        int mac = suite.macLength();
        int size = 2 * (mac + suite.keyLength + fixedIv);
        byte[] block =
                Derivation.pseudorandom(
                        suite.hash,
                        masterSecret,
                        "key expansion",
                        Derivation.concat(serverRandom, clientRandom),
                        size);
        ByteBuffer parts = ByteBuffer.wrap(block);
        byte[] macKey = part(parts, mac, ofClient);
        byte[] key = part(parts, suite.keyLength, ofClient);
        byte[] iv = part(parts, fixedIv, ofClient);
        return new RecordKeys(suite, key, iv, macKey, encryptThenMac, new byte[0]);
    }

    private static byte[] part(ByteBuffer parts, int length, boolean first) {
        byte[] one = new byte[length];
        byte[] other = new byte[length];
        parts.get(one).get(other);
        return first ? one : other;
    }

    /** Of TLS 1.3, from a traffic secret. */
    static RecordKeys tls13(Suite suite, byte[] secret) throws GeneralSecurityException {
        return new RecordKeys(
                suite,
                Derivation.expandLabel(suite.hash, secret, "key", suite.keyLength),
                Derivation.expandLabel(suite.hash, secret, "iv", NONCE),
                new byte[0],
                false,
                secret.clone());
    }

    /** The keys after a KeyUpdate (RFC 8446, 7.2). */
    RecordKeys updated() throws GeneralSecurityException {
        return tls13(
                suite,
                Derivation.expandLabel(suite.hash, secret, "traffic upd", suite.hashLength()));
    }

    /** The octets in a record; null if its authentication code is wrong under these keys. */
    byte @Nullable [] open(byte[] header, byte[] fragment) {
        try {
            byte[] plain =
                    switch (suite.cipher) {
                        case CBC ->
                                encryptThenMac
                                        ? cbcAfterMac(header, fragment)
                                        : cbc(header, fragment);
                        case GCM, CHACHA -> aead(header, fragment);
                    };
            sequence++;
            return plain;
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return null;
        }
    }

    private byte[] aead(byte[] header, byte[] fragment) throws GeneralSecurityException {
        boolean explicit = iv.length < NONCE;
        int from = explicit ? EXPLICIT_NONCE : 0;
        if (fragment.length < from + TAG) {
            throw new GeneralSecurityException("too short");
        }
        byte[] nonce = explicit ? Arrays.copyOf(iv, NONCE) : iv.clone();
        if (explicit) {
            System.arraycopy(fragment, 0, nonce, iv.length, EXPLICIT_NONCE);
        } else {
            for (int index = 0; index < 8; index++) {
                nonce[NONCE - 1 - index] ^= (byte) (sequence >>> (8 * index));
            }
        }
        boolean chacha = suite.cipher == Suite.Cipher.CHACHA;
        Cipher cipher = Cipher.getInstance(chacha ? "ChaCha20-Poly1305" : "AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, chacha ? "ChaCha20" : "AES"),
                chacha ? new IvParameterSpec(nonce) : new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(
                secret.length > 0 ? header : additional(header, fragment.length - from - TAG));
        return cipher.doFinal(fragment, from, fragment.length - from);
    }

    /** What is authenticated with the octets in TLS 1.2: number, type, version, length. */
    private byte[] additional(byte[] header, int length) {
        byte[] data = new byte[13];
        ByteBuffer.wrap(data).putLong(sequence).put(header, 0, HEADER - 2).putShort((short) length);
        return data;
    }

    private byte[] cbc(byte[] header, byte[] fragment) throws GeneralSecurityException {
        byte[] padded = decrypted(fragment, fragment.length);
        int padding = Byte.toUnsignedInt(padded[padded.length - 1]) + 1;
        int length = padded.length - padding - suite.macLength();
        if (length < 0) {
            throw new GeneralSecurityException("wrong padding");
        }
        byte[] plain = Arrays.copyOf(padded, length);
        byte[] expected = Derivation.hmac(suite.mac, macKey, additional(header, length), plain);
        verify(expected, Arrays.copyOfRange(padded, length, length + suite.macLength()));
        return plain;
    }

    private byte[] cbcAfterMac(byte[] header, byte[] fragment) throws GeneralSecurityException {
        int length = fragment.length - suite.macLength();
        if (length <= 0) {
            throw new GeneralSecurityException("too short");
        }
        byte[] covered = Arrays.copyOf(fragment, length);
        byte[] expected = Derivation.hmac(suite.mac, macKey, additional(header, length), covered);
        verify(expected, Arrays.copyOfRange(fragment, length, fragment.length));
        byte[] padded = decrypted(fragment, length);
        int plain = padded.length - Byte.toUnsignedInt(padded[padded.length - 1]) - 1;
        if (plain < 0) {
            throw new GeneralSecurityException("wrong padding");
        }
        return Arrays.copyOf(padded, plain);
    }

    private byte[] decrypted(byte[] fragment, int length) throws GeneralSecurityException {
        if (length < 2 * BLOCK || length % BLOCK != 0) {
            throw new GeneralSecurityException("no whole blocks");
        }
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new IvParameterSpec(fragment, 0, BLOCK));
        return cipher.doFinal(fragment, BLOCK, length - BLOCK);
    }

    private static void verify(byte[] expected, byte[] found) throws GeneralSecurityException {
        if (!MessageDigest.isEqual(expected, found)) {
            throw new GeneralSecurityException("wrong authentication code");
        }
    }
}
