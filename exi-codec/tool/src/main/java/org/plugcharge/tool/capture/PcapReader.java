package org.plugcharge.tool.capture;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;

/** Reads the older format: a header, then packets. */
final class PcapReader extends CaptureReader {

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int REST_OF_HEADER = 20;
    private static final int PACKET_HEADER = 16;
    private static final int LINK_TYPE_BITS = 0x0FFFFFFF;

    private final Octets octets;
    private final boolean nanoseconds;
    private final int linkType;
    private long count;

    PcapReader(Octets octets, int magic) throws IOException {
        this.octets = octets;
        boolean big = magic == MICROSECONDS || magic == NANOSECONDS;
        octets.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        nanoseconds = (big ? magic : Integer.reverseBytes(magic)) == NANOSECONDS;
        ByteBuffer header = octets.required(REST_OF_HEADER, "the file header");
        linkType = header.getInt(16) & LINK_TYPE_BITS;
    }

    static boolean recognizes(int magic) {
        int reversed = Integer.reverseBytes(magic);
        return magic == MICROSECONDS
                || magic == NANOSECONDS
                || reversed == MICROSECONDS
                || reversed == NANOSECONDS;
    }

    @Override
    public @Nullable Packet next() throws IOException {
        ByteBuffer header = octets.next(PACKET_HEADER, "packet " + (count + 1));
        if (!header.hasRemaining()) {
            return null;
        }
        count++;
        long seconds = Integer.toUnsignedLong(header.getInt());
        long fraction = Integer.toUnsignedLong(header.getInt());
        long kept = Integer.toUnsignedLong(header.getInt());
        long length = Integer.toUnsignedLong(header.getInt());
        if (kept > LONGEST_PACKET) {
            throw new CaptureException(
                    "expected a packet of at most %d octets at %d, found %d (packet %d)"
                            .formatted(LONGEST_PACKET, octets.at(), kept, count));
        }
        byte[] packet = new byte[(int) kept];
        octets.required((int) kept, "the octets of packet " + count).get(packet);
        return new Packet(
                count,
                Instant.ofEpochSecond(seconds, nanoseconds ? fraction : fraction * 1000),
                linkType,
                Bytes.owning(packet),
                length);
    }

    @Override
    public List<String> secrets() {
        return List.of();
    }
}
