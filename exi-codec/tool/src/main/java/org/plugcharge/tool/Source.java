package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Input of any length, of which is known how much was read. */
final class Source implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final BufferedInputStream in;
    private final Counted counted;
    private final long size;

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int found = super.read(target, offset, length);
            count += Math.max(0, found);
            return found;
        }
    }

    private Source(InputStream in, long size) {
        this.counted = new Counted(in);
        this.in = new BufferedInputStream(counted, BUFFER);
        this.size = size;
    }

    /** A file, or standard input for null and {@code -}. */
    static Source open(@Nullable String file) throws IOException {
        if (file == null || file.equals("-")) {
            return new Source(System.in, -1);
        }
        try {
            Path path = Path.of(file);
            if (Files.isRegularFile(path)) {
                return new Source(Files.newInputStream(path), Files.size(path));
            }
        } catch (InvalidPathException _) {
            // No file.
        }
        throw new InputException("expected a capture or a log, found no file " + file);
    }

    InputStream in() {
        return in;
    }

    /** Its first octets; they are read again later. */
    byte[] start() throws IOException {
        in.mark(BUFFER);
        byte[] start = in.readNBytes(4);
        in.reset();
        return start;
    }

    /** In octets; -1 if it is not known. */
    long size() {
        return size;
    }

    /** How much was read. */
    long read() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        if (size >= 0) {
            in.close();
        }
    }
}
