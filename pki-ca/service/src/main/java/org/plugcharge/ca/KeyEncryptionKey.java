package org.plugcharge.ca;

import org.plugcharge.certs.SoftwareKeyBackend;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The key all other private keys are sealed under.
 *
 * @param kept whether it outlives the process
 */
record KeyEncryptionKey(Bytes key, boolean kept) {

    /**
     * Reads the file, or makes it, readable by its owner only; without a file a key that ends with
     * the process.
     */
    static KeyEncryptionKey open(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new KeyEncryptionKey(fresh(), false);
        }
        if (!Files.exists(file.get())) {
            write(file.get(), fresh());
        }
        try {
            return new KeyEncryptionKey(Bytes.fromHex(Files.readString(file.get()).strip()), true);
        } catch (IllegalArgumentException e) {
            throw new IOException(file.get() + ": expected 64 hex digits", e);
        }
    }

    private static Bytes fresh() {
        byte[] octets = new byte[SoftwareKeyBackend.KEK_OCTETS];
        new SecureRandom().nextBytes(octets);
        return Bytes.owning(octets);
    }

    private static void write(Path file, Bytes key) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, key.toHex() + "\n");
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "KeyEncryptionKey[kept=" + kept + "]";
    }
}
