package org.plugcharge.v2g.v2gtp;

import java.util.Optional;

/**
 * What a frame carries, with the number it has on the wire and the longest payload taken by
 * default. The wire allows 4 GiB; each limit says why it is where it is.
 */
public enum PayloadType {
    /**
     * An EXI message of DIN SPEC 70121 or ISO 15118-2, and SupportedAppProtocol of every protocol.
     * Two chains of four certificates of 800 octets with keys and signature take 8 KiB; the
     * schema's three tariffs of 1024 entries would take several hundred, which no known peer takes
     * (at most 10 KiB).
     */
    EXI_MESSAGE(0x8001, PayloadType.LONG),
    /**
     * ISO 15118-20 CommonMessages. Chains of certificates of 1600 octets, and schedules: as {@link
     * #EXI_MESSAGE}.
     */
    ISO20_COMMON(0x8002, PayloadType.LONG),
    /**
     * ISO 15118-20 AC, with and without DER. Curves of a grid code are the longest, a few KiB; loop
     * messages take 100 octets.
     */
    ISO20_AC(0x8003, PayloadType.LONG),
    /** ISO 15118-20 DC and MCS. Nothing in it repeats: all are under 1 KiB, padding included. */
    ISO20_DC(0x8004, PayloadType.SHORT),
    /** ISO 15118-20 ACDP. Nothing in it repeats. */
    ISO20_ACDP(0x8005, PayloadType.SHORT),
    /** ISO 15118-20 WPT. Lists of up to 255 measurements of positions make it longer. */
    ISO20_WPT(0x8006, PayloadType.LONG),
    /**
     * ISO 15118-20 schedule renegotiation beside the charge loop: ScheduleExchange, with its
     * schedules.
     */
    ISO20_SCHEDULE_RENEGOTIATION(0x8101, PayloadType.LONG),
    /** ISO 15118-20 metering confirmation beside the charge loop: one reading and its signature. */
    ISO20_METERING_CONFIRMATION(0x8102, PayloadType.SHORT),
    /** ISO 15118-20 ACDP system status. Nothing in it repeats. */
    ISO20_ACDP_SYSTEM_STATUS(0x8103, PayloadType.SHORT),
    /** ISO 15118-20 parking status: VehicleCheckIn and VehicleCheckOut, a few octets. */
    ISO20_PARKING_STATUS(0x8104, PayloadType.SHORT),
    /** Where is a station? Two octets: {@link SdpRequest}. */
    SDP_REQUEST(0x9000, 2),
    /** Here is one. Twenty octets: {@link SdpResponse}. */
    SDP_RESPONSE(0x9001, 20),
    /**
     * The wireless form of the request. No source we have read gives its fields, so it stays
     * octets; the limit is what fits an Ethernet frame with IPv6 and UDP.
     */
    SDP_WIRELESS_REQUEST(0x9002, PayloadType.DATAGRAM),
    /** The wireless form of the response; as {@link #SDP_WIRELESS_REQUEST}. */
    SDP_WIRELESS_RESPONSE(0x9003, PayloadType.DATAGRAM);

    private static final int LONG = 65_536;
    private static final int SHORT = 8_192;

    /** 1500 octets less the headers of IPv6 (40), UDP (8) and V2GTP (8). */
    private static final int DATAGRAM = 1_444;

    private static final PayloadType[] TYPES = values();

    private final int code;
    private final int limit;

    PayloadType(int code, int limit) {
        this.code = code;
        this.limit = limit;
    }

    /** The number on the wire, 16 bits. */
    public int code() {
        return code;
    }

    /** The longest payload taken by default, in octets. */
    public int limit() {
        return limit;
    }

    /**
     * The type with this number on the wire, or nothing for a number nobody has given a meaning.
     */
    public static Optional<PayloadType> of(int code) {
        for (PayloadType type : TYPES) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
