package org.plugcharge.v2g.v2gtp;

import java.util.Optional;

/**
 * What a frame carries, with the number it has on the wire and the longest payload taken by
 * default.
 *
 * <p>The limit of EXI payloads (64 KiB) is ours: the schemas allow several hundred KiB of tariff,
 * no known peer takes more than 10 KiB.
 */
public enum PayloadType {
    /**
     * An EXI message of DIN SPEC 70121 or ISO 15118-2, and SupportedAppProtocol of every protocol.
     */
    EXI_MESSAGE(0x8001, 65_536),
    /** ISO 15118-20 CommonMessages. */
    ISO20_COMMON(0x8002, 65_536),
    /** ISO 15118-20 AC, with and without DER. */
    ISO20_AC(0x8003, 65_536),
    /** ISO 15118-20 DC and MCS. */
    ISO20_DC(0x8004, 65_536),
    /** ISO 15118-20 ACDP. */
    ISO20_ACDP(0x8005, 65_536),
    /** ISO 15118-20 WPT. */
    ISO20_WPT(0x8006, 65_536),
    /** ISO 15118-20 schedule renegotiation beside the charge loop. */
    ISO20_SCHEDULE_RENEGOTIATION(0x8101, 65_536),
    /** ISO 15118-20 metering confirmation beside the charge loop. */
    ISO20_METERING_CONFIRMATION(0x8102, 65_536),
    /** ISO 15118-20 ACDP system status. */
    ISO20_ACDP_SYSTEM_STATUS(0x8103, 65_536),
    /** ISO 15118-20 parking status. */
    ISO20_PARKING_STATUS(0x8104, 65_536),
    /** Where is a station? Two octets: {@link SdpRequest}. */
    SDP_REQUEST(0x9000, 2),
    /** Here is one. Twenty octets: {@link SdpResponse}. */
    SDP_RESPONSE(0x9001, 20),
    /** The wireless form of the request. */
    SDP_WIRELESS_REQUEST(0x9002, 1_024),
    /** The wireless form of the response. */
    SDP_WIRELESS_RESPONSE(0x9003, 1_024);

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
