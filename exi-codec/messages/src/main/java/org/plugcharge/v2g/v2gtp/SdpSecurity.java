package org.plugcharge.v2g.v2gtp;

/** Whether the TCP connection is to carry TLS. */
public enum SdpSecurity {
    /** TLS. */
    TLS(0x00),
    /** Plain TCP. */
    NONE(0x10);

    private final int code;

    SdpSecurity(int code) {
        this.code = code;
    }

    /** The octet on the wire. */
    public int code() {
        return code;
    }

    static SdpSecurity of(byte octet) {
        return switch (octet) {
            case 0x00 -> TLS;
            case 0x10 -> NONE;
            default ->
                    throw new V2gtpException(
                            "expected security 00 (TLS) or 10 (none), found %02X".formatted(octet));
        };
    }
}
