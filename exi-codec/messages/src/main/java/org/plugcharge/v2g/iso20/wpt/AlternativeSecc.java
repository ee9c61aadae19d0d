package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * How to reach another station: name and MAC address (12 hexadecimal digits, upper case) of its
 * access point, IPv6 address (hexadecimal with colons, upper case) and port.
 */
@ComplexType("AlternativeSECCType")
public record AlternativeSecc(
        @Wire("SSID") @Length(max = 255) @Nullable String ssid,
        @Wire("BSSID") @Length(max = 12) @Nullable String bssid,
        @Wire("IPAddress") @Length(max = 39) @Nullable String ipAddress,
        @Wire(value = "Port", xs = Xs.UNSIGNED_SHORT) @Nullable Integer port) {}
