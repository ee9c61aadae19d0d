package org.plugcharge.tool.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The octets of a capture file, counted so that an error can say where. */
final class Octets {

    private final InputStream in;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long at;

    Octets(InputStream in) {
        this.in = in;
    }

    void order(ByteOrder found) {
        order = found;
    }

    ByteOrder order() {
        return order;
    }

    long at() {
        return at;
    }

    /**
     * The next {@code count} octets; none if the file ends exactly here; {@link CaptureException}
     * if it ends within them.
     */
    ByteBuffer next(int count, String what) throws IOException {
        byte[] octets = in.readNBytes(count);
        if (octets.length > 0 && octets.length < count) {
            throw new CaptureException(
                    "the capture ends in the middle of "
                            + what
                            + ": expected "
                            + count
                            + " octets at "
                            + at
                            + ", found "
                            + octets.length);
        }
        at += octets.length;
        return ByteBuffer.wrap(octets).order(order);
    }

    /** The same where something has to come. */
    ByteBuffer required(int count, String what) throws IOException {
        ByteBuffer octets = next(count, what);
        if (octets.remaining() < count) {
            throw new CaptureException(
                    "the capture ends before " + what + ": expected " + count + " octets at " + at);
        }
        return octets;
    }
}
