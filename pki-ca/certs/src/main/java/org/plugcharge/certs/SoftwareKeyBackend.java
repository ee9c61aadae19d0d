package org.plugcharge.certs;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keys in software, at rest only under a key-encryption key: AES-256-GCM, the key id as additional
 * data, so that one stored key cannot be put in another's place.
 *
 * <p>A sealed key is IV (12), ciphertext (32 for P-256, 66 for P-521, 57 for Ed448), tag (16).
 * Opened keys stay in memory until destroyed. Signatures repeat only if new keys come from a seed.
 */
public final class SoftwareKeyBackend implements KeyBackend {

    /** Octets of the key-encryption key. */
    public static final int KEK_OCTETS = 32;

    private static final int IV_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final Storage storage;
    private final Bytes keyEncryptionKey;
    private final Entropy keys;
    private final Entropy ivs;
    private final ConcurrentMap<KeyId, SigningKey> opened = new ConcurrentHashMap<>();

    /** Where sealed keys lie: a map, a table. */
    public interface Storage {

        /** Keeps a sealed key; false if the id is taken, and then nothing is changed. */
        boolean put(KeyId id, Bytes sealed);

        /** The sealed key. */
        Optional<Bytes> get(KeyId id);

        /** Forgets it; false if there was none. */
        boolean remove(KeyId id);

        /** A storage that ends with the process. */
        static Storage inMemory() {
            ConcurrentMap<KeyId, Bytes> map = new ConcurrentHashMap<>();
            return new Storage() {
                @Override
                public boolean put(KeyId id, Bytes sealed) {
                    return map.putIfAbsent(id, sealed) == null;
                }

                @Override
                public Optional<Bytes> get(KeyId id) {
                    return Optional.ofNullable(map.get(id));
                }

                @Override
                public boolean remove(KeyId id) {
                    return map.remove(id) != null;
                }
            };
        }
    }

    /**
     * A backend over {@code storage}; {@link IllegalArgumentException} unless the key-encryption
     * key has 32 octets.
     *
     * @param keys where new keys come from; a seed repeats them
     * @param ivs where initialisation vectors come from: never seeded with anything used before
     */
    public SoftwareKeyBackend(Storage storage, Bytes keyEncryptionKey, Entropy keys, Entropy ivs) {
        if (keyEncryptionKey.length() != KEK_OCTETS) {
            throw new IllegalArgumentException("expected a key-encryption key of 32 octets");
        }
        this.storage = storage;
        this.keyEncryptionKey = keyEncryptionKey;
        this.keys = keys;
        this.ivs = ivs;
    }

    @Override
    public VerificationKey generate(KeyId id, KeyType type) {
        SoftwareKey key = SoftwareKey.generate(type, keys);
        if (!storage.put(id, seal(id, key))) {
            throw new IllegalArgumentException("key " + id + " exists");
        }
        return key.publicKey();
    }

    @Override
    public VerificationKey publicKey(KeyId id) {
        return key(id).publicKey();
    }

    @Override
    public Bytes sign(KeyId id, Bytes message) {
        return key(id).sign(message);
    }

    @Override
    public void destroy(KeyId id) {
        opened.remove(id);
        if (!storage.remove(id)) {
            throw new UnknownKeyException(id);
        }
    }

    private SigningKey key(KeyId id) {
        return opened.computeIfAbsent(
                id,
                missing ->
                        open(
                                missing,
                                storage.get(missing)
                                        .orElseThrow(() -> new UnknownKeyException(missing))));
    }

    private Bytes seal(KeyId id, SoftwareKey key) {
        Bytes iv = ivs.next(IV_OCTETS);
        try {
            return iv.plus(crypt(true, id, iv, key.scalar()));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningKey open(KeyId id, Bytes sealed) {
        try {
            Bytes iv = sealed.slice(0, IV_OCTETS);
            Bytes secret = crypt(false, id, iv, sealed.slice(IV_OCTETS, sealed.length()));
            SoftwareKey key = SoftwareKey.of(type(secret), secret);
            return keys.isSystem() ? key.fast() : key;
        } catch (InvalidCipherTextException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "key " + id + " does not open: another key-encryption key?", e);
        }
    }

    private static KeyType type(Bytes secret) {
        return Arrays.stream(KeyType.values())
                .filter(type -> type.privateOctets() == secret.length())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a sealed key of no known kind"));
    }

    private Bytes crypt(boolean encrypt, KeyId id, Bytes iv, Bytes input)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(
                encrypt,
                new AEADParameters(
                        new KeyParameter(keyEncryptionKey.toArray()),
                        TAG_BITS,
                        iv.toArray(),
                        id.text().getBytes(StandardCharsets.US_ASCII)));
        byte[] output = new byte[cipher.getOutputSize(input.length())];
        int length = cipher.processBytes(input.toArray(), 0, input.length(), output, 0);
        length += cipher.doFinal(output, length);
        return Bytes.of(output, 0, length);
    }
}
