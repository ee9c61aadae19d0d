package org.plugcharge.v2g.v2gtp;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Cuts one connection's stream of octets, in whatever pieces it comes, into frames.
 *
 * <p>Holds at most one frame, and only octets that have really come: a header that promises much
 * costs nothing. A frame of unknown type is passed over while it is at most {@value #SKIP_LIMIT}
 * octets long. After {@link Broken} further octets are ignored. Not safe for use by several
 * threads.
 */
public final class V2gtpDecoder {

    /** The longest payload of unknown type that is passed over. */
    public static final int SKIP_LIMIT = 65_536;

    private static final int FIRST_PAYLOAD_BUFFER = 512;

    private final ToIntFunction<PayloadType> limits;
    private final byte[] header = new byte[V2gtpFrame.HEADER_LENGTH];
    private int headerFilled;
    private @Nullable PayloadType type;
    private byte[] payload = new byte[0];
    private int payloadFilled;
    private int payloadLength;
    private boolean broken;

    /** With the limit each type has by default. */
    public V2gtpDecoder() {
        this(PayloadType::limit);
    }

    /** With other limits, in octets of payload. */
    public V2gtpDecoder(ToIntFunction<PayloadType> limits) {
        this.limits = limits;
    }

    /** Takes the next octets; the events they complete, in order. */
    public List<V2gtpEvent> feed(Bytes octets) {
        return feed(octets.toArray(), 0, octets.length());
    }

    /**
     * Takes the next octets from an array, which is not kept; the events they complete, in order.
     */
    public List<V2gtpEvent> feed(byte[] octets, int offset, int length) {
        List<V2gtpEvent> events = new ArrayList<>(1);
        int end = offset + length;
        int at = offset;
        while (at < end && !broken) {
            at +=
                    headerFilled < header.length
                            ? takeHeader(octets, at, end, events)
                            : takePayload(octets, at, end, events);
        }
        return events;
    }

    /** Whether a frame has begun and not ended: if the peer closes now, it closed in the middle. */
    public boolean midFrame() {
        return headerFilled > 0 && !broken;
    }

    private int takeHeader(byte[] octets, int at, int end, List<V2gtpEvent> events) {
        int taken = Math.min(end - at, header.length - headerFilled);
        System.arraycopy(octets, at, header, headerFilled, taken);
        headerFilled += taken;
        if (versionIsWrong()) {
            breakOff(
                    events,
                    Broken.Reason.BAD_VERSION,
                    unsigned(0) != V2gtpFrame.VERSION
                            ? "expected a frame (01 FE), found %02X".formatted(header[0])
                            : "expected a frame (01 FE), found 01 %02X".formatted(header[1]));
        } else if (headerFilled == header.length) {
            readHeader(events);
        }
        return taken;
    }

    private boolean versionIsWrong() {
        return (headerFilled >= 1 && Byte.toUnsignedInt(header[0]) != V2gtpFrame.VERSION)
                || (headerFilled >= 2
                        && Byte.toUnsignedInt(header[1]) != V2gtpFrame.INVERSE_VERSION);
    }

    private void readHeader(List<V2gtpEvent> events) {
        int code = unsigned(2) << 8 | unsigned(3);
        long length = (long) unsigned(4) << 24 | unsigned(5) << 16 | unsigned(6) << 8 | unsigned(7);
        Optional<PayloadType> known = PayloadType.of(code);
        int limit = known.map(limits::applyAsInt).orElse(SKIP_LIMIT);
        if (length > limit) {
            Broken.Reason reason =
                    known.isPresent()
                            ? Broken.Reason.PAYLOAD_TOO_LONG
                            : Broken.Reason.UNKNOWN_PAYLOAD_TOO_LONG;
            breakOff(
                    events,
                    reason,
                    "expected at most %d octets of payload type 0x%04X, found %d"
                            .formatted(limit, code, length));
            return;
        }
        type = known.orElse(null);
        payloadLength = (int) length;
        payloadFilled = 0;
        payload = new byte[type == null ? 0 : Math.min(payloadLength, FIRST_PAYLOAD_BUFFER)];
        if (payloadLength == 0) {
            complete(events);
        }
    }

    private int takePayload(byte[] octets, int at, int end, List<V2gtpEvent> events) {
        int taken = Math.min(end - at, payloadLength - payloadFilled);
        if (type != null) {
            if (payloadFilled + taken > payload.length) {
                payload =
                        Arrays.copyOf(
                                payload,
                                Math.min(
                                        payloadLength,
                                        Math.max(payload.length * 2, payloadFilled + taken)));
            }
            System.arraycopy(octets, at, payload, payloadFilled, taken);
        }
        payloadFilled += taken;
        if (payloadFilled == payloadLength) {
            complete(events);
        }
        return taken;
    }

    private void complete(List<V2gtpEvent> events) {
        events.add(
                type == null
                        ? new Skipped(unsigned(2) << 8 | unsigned(3), payloadLength)
                        : new V2gtpFrame(type, Bytes.owning(payload)));
        headerFilled = 0;
        payload = new byte[0];
    }

    private void breakOff(List<V2gtpEvent> events, Broken.Reason reason, String text) {
        broken = true;
        events.add(new Broken(reason, text));
    }

    private int unsigned(int index) {
        return Byte.toUnsignedInt(header[index]);
    }
}
