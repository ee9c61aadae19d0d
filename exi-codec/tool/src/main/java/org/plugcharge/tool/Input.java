package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a command's input comes from: an argument that is a file's name, the argument itself, or
 * standard input.
 */
final class Input {

    /** Longer than any message, shorter than a mistake. */
    private static final int LIMIT = 16 << 20;

    private Input() {}

    static byte[] read(@Nullable String argument) {
        try {
            if (argument == null || argument.equals("-")) {
                return limited(System.in.readNBytes(LIMIT + 1));
            }
            Path file = file(argument);
            if (file != null) {
                if (Files.size(file) > LIMIT) {
                    throw new InputException("expected at most 16 MiB, found more in " + file);
                }
                return Files.readAllBytes(file);
            }
            return argument.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("cannot read: " + e.getMessage());
        }
    }

    private static byte[] limited(byte[] octets) {
        if (octets.length > LIMIT) {
            throw new InputException("expected at most 16 MiB, found more");
        }
        return octets;
    }

    private static @Nullable Path file(String argument) {
        try {
            Path file = Path.of(argument);
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
