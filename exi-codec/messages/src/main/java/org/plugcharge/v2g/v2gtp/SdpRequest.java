package org.plugcharge.v2g.v2gtp;

import org.plugcharge.exi.Bytes;

/**
 * The car's search for a station (SECC discovery protocol): whether it wants TLS, and TCP.
 * Multicast to ff02::1, UDP port 15118.
 */
public record SdpRequest(SdpSecurity security, SdpTransport transport) {

    /** UDP port on which stations listen. */
    public static final int PORT = 15118;

    private static final int LENGTH = 2;

    /** The two octets of the payload. */
    public Bytes encode() {
        return Bytes.of((byte) security.code(), (byte) transport.code());
    }

    /** Header and payload. */
    public V2gtpFrame frame() {
        return new V2gtpFrame(PayloadType.SDP_REQUEST, encode());
    }

    /** Reads the payload; {@link V2gtpException} unless it is two octets with known values. */
    public static SdpRequest parse(Bytes payload) {
        if (payload.length() != LENGTH) {
            throw new V2gtpException("expected 2 octets of SDP request, found " + payload.length());
        }
        return new SdpRequest(SdpSecurity.of(payload.at(0)), SdpTransport.of(payload.at(1)));
    }
}
