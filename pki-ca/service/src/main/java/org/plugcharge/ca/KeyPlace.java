package org.plugcharge.ca;

import org.plugcharge.certs.host.VaultKeyBackend;

import java.nio.file.Path;
import java.util.Optional;

/** Where the private keys of the CAs, of their OCSP signers, of log and transcript live. */
public sealed interface KeyPlace {

    /**
     * In the database, sealed by a key-encryption key: P-256, P-521 and Ed448.
     *
     * @param keyEncryptionKey file with 64 hex digits, made if missing; none: beside the data, or
     *     in memory
     * @param seed the same seed gives the same keys: for tests only
     */
    record Database(Optional<Path> keyEncryptionKey, Optional<String> seed) implements KeyPlace {

        /** Random keys, sealed by what ends with the process unless data is kept. */
        public static final Database RANDOM = new Database(Optional.empty(), Optional.empty());

        Database sealedBy(Path file) {
            return new Database(Optional.of(file), seed);
        }

        Database seeded(String text) {
            return new Database(keyEncryptionKey, Optional.of(text));
        }
    }

    /**
     * In a PKCS#11 token: P-256 and P-521, no Ed448.
     *
     * @param library the token's, as in {@code /usr/lib/softhsm/libsofthsm2.so}
     * @param slot place in the library's list of slots, 0 first
     * @param pin file with the user's PIN
     */
    record Pkcs11(Path library, int slot, Path pin) implements KeyPlace {}

    /** In the Transit engine of a Vault or OpenBao: P-256 and P-521, no Ed448. */
    record Vault(VaultKeyBackend.Settings settings) implements KeyPlace {}
}
