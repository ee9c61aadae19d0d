package org.plugcharge.v2g.v2gtp;

/** The transport of the session. */
public enum SdpTransport {
    /** TCP, the only one in use. */
    TCP(0x00),
    /** Reserved for UDP. */
    UDP(0x10);

    private final int code;

    SdpTransport(int code) {
        this.code = code;
    }

    /** The octet on the wire. */
    public int code() {
        return code;
    }

    static SdpTransport of(byte octet) {
        return switch (octet) {
            case 0x00 -> TCP;
            case 0x10 -> UDP;
            default ->
                    throw new V2gtpException(
                            "expected transport 00 (TCP) or 10 (UDP), found %02X".formatted(octet));
        };
    }
}
