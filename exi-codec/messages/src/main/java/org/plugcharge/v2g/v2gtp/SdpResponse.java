package org.plugcharge.v2g.v2gtp;

import org.plugcharge.exi.Bytes;

/**
 * The station's answer to discovery: its IPv6 address (16 octets), its port, and what it will speak
 * there.
 */
public record SdpResponse(Bytes address, int port, SdpSecurity security, SdpTransport transport) {

    private static final int ADDRESS_LENGTH = 16;
    private static final int LENGTH = 20;

    /** {@link IllegalArgumentException} unless the address has 16 octets and the port 16 bits. */
    public SdpResponse {
        if (address.length() != ADDRESS_LENGTH) {
            throw new IllegalArgumentException(
                    "expected an IPv6 address of 16 octets, found " + address.length());
        }
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("expected a port from 0 to 65535, found " + port);
        }
    }

    /** The twenty octets of the payload. */
    public Bytes encode() {
        return address.plus(
                Bytes.of(
                        (byte) (port >>> 8),
                        (byte) port,
                        (byte) security.code(),
                        (byte) transport.code()));
    }

    /** Header and payload. */
    public V2gtpFrame frame() {
        return new V2gtpFrame(PayloadType.SDP_RESPONSE, encode());
    }

    /** Reads the payload; {@link V2gtpException} unless it is twenty octets with known values. */
    public static SdpResponse parse(Bytes payload) {
        if (payload.length() != LENGTH) {
            throw new V2gtpException(
                    "expected 20 octets of SDP response, found " + payload.length());
        }
        int port = Byte.toUnsignedInt(payload.at(16)) << 8 | Byte.toUnsignedInt(payload.at(17));
        return new SdpResponse(
                payload.slice(0, ADDRESS_LENGTH),
                port,
                SdpSecurity.of(payload.at(18)),
                SdpTransport.of(payload.at(19)));
    }
}
