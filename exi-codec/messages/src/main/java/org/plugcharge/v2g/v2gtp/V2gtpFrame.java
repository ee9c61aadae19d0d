package org.plugcharge.v2g.v2gtp;

import org.plugcharge.exi.Bytes;

import java.util.List;

/** One frame: what it carries, and the payload without the eight octets before it. */
public record V2gtpFrame(PayloadType type, Bytes payload) implements V2gtpEvent {

    /**
     * Octets before the payload: version 01, its complement FE, the type (16 bits), the payload's
     * length (32 bits).
     */
    public static final int HEADER_LENGTH = 8;

    static final int VERSION = 0x01;
    static final int INVERSE_VERSION = 0xFE;

    /** Header and payload. */
    public Bytes encode() {
        byte[] octets = new byte[HEADER_LENGTH + payload.length()];
        writeHeader(type, payload.length(), octets, 0);
        payload.copyTo(octets, HEADER_LENGTH);
        return Bytes.owning(octets);
    }

    /**
     * Writes the eight octets before a payload of this type and length to {@code target} from
     * {@code offset} on.
     */
    public static void writeHeader(PayloadType type, int payloadLength, byte[] target, int offset) {
        target[offset] = (byte) VERSION;
        target[offset + 1] = (byte) INVERSE_VERSION;
        target[offset + 2] = (byte) (type.code() >>> 8);
        target[offset + 3] = (byte) type.code();
        target[offset + 4] = (byte) (payloadLength >>> 24);
        target[offset + 5] = (byte) (payloadLength >>> 16);
        target[offset + 6] = (byte) (payloadLength >>> 8);
        target[offset + 7] = (byte) payloadLength;
    }

    /**
     * The one frame that is a whole datagram, as in discovery.
     *
     * @throws V2gtpException if the octets are not exactly one frame of a known type within its
     *     limit
     */
    public static V2gtpFrame ofDatagram(Bytes datagram) {
        List<V2gtpEvent> events = new V2gtpDecoder().feed(datagram);
        if (events.isEmpty()) {
            throw new V2gtpException(
                    "expected a whole frame, found only its first "
                            + datagram.length()
                            + " octets");
        }
        if (events.size() > 1 || datagram.length() > HEADER_LENGTH + lengthOf(events.getFirst())) {
            throw new V2gtpException("expected one frame in the datagram, found octets behind it");
        }
        return switch (events.getFirst()) {
            case V2gtpFrame frame -> frame;
            case Skipped skipped -> throw new V2gtpException(skipped.toString());
            case Broken broken -> throw new V2gtpException(broken.text());
        };
    }

    private static long lengthOf(V2gtpEvent event) {
        return switch (event) {
            case V2gtpFrame frame -> frame.payload().length();
            case Skipped skipped -> skipped.length();
            case Broken _ -> Integer.MAX_VALUE;
        };
    }
}
