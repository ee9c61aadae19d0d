package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The identifier of a vehicle's controller in ISO 15118-2: its six-octet hardware address.
 *
 * <p>It is no credential: any car can send any address. That of ISO 15118-20 is {@link
 * VehicleEvccid}.
 *
 * @param address six octets
 */
public record Evccid(Bytes address) {

    private static final int OCTETS = 6;
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{12}|[0-9a-f]{2}([:-][0-9a-f]{2}){5}");

    /** Takes six octets; {@link IdentifierException} for another number. */
    public Evccid {
        if (address.length() != OCTETS) {
            throw new IdentifierException("EVCCID", "6 octets", address.toHex());
        }
    }

    /** Reads twelve hex digits, plain or in pairs joined by {@code :} or {@code -}. */
    public static Evccid parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(lower).matches()) {
            throw new IdentifierException("EVCCID", "six octets in hex", text);
        }
        return new Evccid(Bytes.fromHex(lower.replaceAll("[:-]", "")));
    }

    /** Twelve upper-case hex digits. */
    public String canonical() {
        return address.toHex().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return canonical();
    }
}
