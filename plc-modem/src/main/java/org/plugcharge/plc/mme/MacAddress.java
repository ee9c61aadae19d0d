package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;

import java.util.HexFormat;

/** A station's EUI-48 address: six octets, written {@code 00:b0:52:00:00:01}. */
public record MacAddress(Bytes octets) {

    /** Every station. */
    public static final MacAddress BROADCAST = parse("ff:ff:ff:ff:ff:ff");

    /** The alias under which any HomePlug modem answers its own host. */
    public static final MacAddress LOCAL_MODEM = parse("00:b0:52:00:00:01");

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    /** {@link IllegalArgumentException} unless there are six octets. */
    public MacAddress {
        if (octets.length() != 6) {
            throw new IllegalArgumentException(
                    "expected 6 octets of a MAC address, got " + octets.length());
        }
    }

    /** Reads six hex pairs joined by colons; {@link IllegalArgumentException} for anything else. */
    public static MacAddress parse(String text) {
        return new MacAddress(Bytes.owning(HexFormat.ofDelimiter(":").parseHex(text)));
    }

    @Override
    public String toString() {
        return COLONS.formatHex(octets.toArray());
    }
}
