package org.plugcharge.evcc.capture;

import org.plugcharge.exi.Bytes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * A capture file that is being written: one section, one Ethernet interface, times in nanoseconds.
 * Only its owner may read it, for it holds secrets. Safe for use by several threads; {@link
 * UncheckedIOException} when the file cannot be written any more.
 */
public final class PcapngFile implements AutoCloseable {

    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int PACKET = 6;
    private static final int SECRETS = 10;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int TLS_KEY_LOG = 0x544C534B;
    private static final short ETHERNET = 1;
    private static final short RESOLUTION = 9;
    private static final int NANOSECONDS = 9;
    private static final int OVERHEAD = 12;

    private final OutputStream out;

    private PcapngFile(OutputStream out) {
        this.out = out;
    }

    /** A new capture in this file, in place of what was there; {@link IOException} if it can't. */
    public static PcapngFile create(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        PcapngFile capture = new PcapngFile(new BufferedOutputStream(Files.newOutputStream(file)));
        capture.begin();
        return capture;
    }

    private void begin() {
        block(
                SECTION,
                body(16).putInt(BYTE_ORDER_MAGIC)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        block(
                INTERFACE,
                body(20).putShort(ETHERNET)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort(RESOLUTION)
                        .putShort((short) 1)
                        .put((byte) NANOSECONDS)
                        .put(new byte[3])
                        .putInt(0));
    }

    /** One line of an NSS key log; opens only packets that come after it. */
    public void secret(String line) {
        byte[] text = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        block(SECRETS, body(8 + text.length).putInt(TLS_KEY_LOG).putInt(text.length).put(text));
    }

    /** An Ethernet frame. */
    public void packet(Instant at, Bytes frame) {
        long nanos = at.getEpochSecond() * 1_000_000_000 + at.getNano();
        block(
                PACKET,
                body(20 + frame.length())
                        .putInt(0)
                        .putInt((int) (nanos >>> 32))
                        .putInt((int) nanos)
                        .putInt(frame.length())
                        .putInt(frame.length())
                        .put(frame.toArray()));
    }

    private static ByteBuffer body(int length) {
        return ByteBuffer.allocate(length + 3 & ~3).order(ByteOrder.BIG_ENDIAN);
    }

    private synchronized void block(int type, ByteBuffer body) {
        int length = OVERHEAD + body.capacity();
        ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.BIG_ENDIAN);
        block.putInt(type).putInt(length).put(body.clear()).putInt(length);
        byte[] octets = new byte[length];
        block.flip().get(octets);
        try {
            out.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException("the capture can't be written: " + e.getMessage(), e);
        }
    }

    /** What has come so far is in the file when this returns. */
    public synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the capture can't be written: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the capture can't be written: " + e.getMessage(), e);
        }
    }
}
