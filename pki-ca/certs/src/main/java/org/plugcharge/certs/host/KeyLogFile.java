package org.plugcharge.certs.host;

import org.plugcharge.certs.tls.KeyLog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A key log in a file that only its owner may read; lines are added behind those it holds. */
public final class KeyLogFile implements KeyLog {

    private final Path file;

    private KeyLogFile(Path file) {
        this.file = file;
    }

    /** In this file, which is made if it is missing; {@link IOException} if it can't be written. */
    public static KeyLogFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        Files.newByteChannel(file, Set.of(StandardOpenOption.APPEND)).close();
        return new KeyLogFile(file);
    }

    @Override
    public synchronized void line(String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the key log " + file + " can't be written", e);
        }
    }
}
