package org.plugcharge.tool.capture;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Reads a capture file packet by packet: pcap (micro- and nanoseconds, both octet orders) or
 * pcapng.
 *
 * <p>Holds one packet at a time; a packet of more than {@value #LONGEST_PACKET} octets is refused.
 */
public abstract sealed class CaptureReader permits PcapReader, PcapngReader {

    /** Longer than any packet: the largest snapshot length that the usual programs write. */
    static final int LONGEST_PACKET = 262_144;

    private static final int PCAPNG = 0x0A0D0D0A;

    /** Whether a file begins like a capture; needs its first four octets. */
    public static boolean recognizes(byte[] start) {
        if (start.length < 4) {
            return false;
        }
        int magic = ByteBuffer.wrap(start).getInt();
        return magic == PCAPNG || PcapReader.recognizes(magic);
    }

    /** A reader for the stream; {@link CaptureException} if it is no capture. */
    public static CaptureReader open(InputStream in) throws IOException {
        Octets octets = new Octets(in);
        ByteBuffer start = octets.next(4, "the magic number");
        int magic = start.remaining() < 4 ? 0 : start.getInt();
        if (magic == PCAPNG) {
            return new PcapngReader(octets);
        }
        if (PcapReader.recognizes(magic)) {
            return new PcapReader(octets, magic);
        }
        throw new CaptureException(
                start.limit() < 4
                        ? "expected a capture (pcap or pcapng), found an empty file"
                        : "expected a capture (pcap or pcapng), found %08X at its start"
                                .formatted(magic));
    }

    /**
     * The next packet; null behind the last one. {@link CaptureException} if there is none to read.
     */
    public abstract @Nullable Packet next() throws IOException;

    /** TLS key logs (lines in NSS form) found in the file so far. */
    public abstract List<String> secrets();
}
