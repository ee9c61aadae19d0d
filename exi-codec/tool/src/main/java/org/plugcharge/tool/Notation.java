package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** How octets are written down. */
enum Notation {
    /** Two digits an octet; spaces and line ends between them do not matter. */
    HEX,
    /** RFC 4648. */
    BASE64,
    /** The octets themselves. */
    BINARY;

    /**
     * The octets; without a notation it is found out: hex if it is nothing but hex digits, Base64
     * if it is nothing else, else binary.
     */
    static Bytes read(byte[] input, @Nullable Notation given) {
        String text = new String(input, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
        if (text.isEmpty()) {
            throw new InputException("expected a message, found nothing");
        }
        Notation notation = given != null ? given : guess(text);
        try {
            return switch (notation) {
                case HEX ->
                        Bytes.owning(
                                HexFormat.of()
                                        .parseHex(
                                                text.startsWith("0x") ? text.substring(2) : text));
                case BASE64 -> Bytes.owning(Base64.getDecoder().decode(text));
                case BINARY -> Bytes.of(input);
            };
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "expected "
                            + notation.name().toLowerCase(java.util.Locale.ROOT)
                            + ", found: "
                            + e.getMessage());
        }
    }

    private static Notation guess(String text) {
        if (text.matches("(0x)?([0-9a-fA-F]{2})+")) {
            return HEX;
        }
        return text.length() % 4 == 0 && text.matches("[A-Za-z0-9+/]+={0,2}") ? BASE64 : BINARY;
    }

    /** The octets in this notation, ready for a terminal but for {@link #BINARY}. */
    byte[] write(Bytes octets) {
        return switch (this) {
            case HEX -> (octets.toHex() + "\n").getBytes(StandardCharsets.US_ASCII);
            case BASE64 ->
                    (Base64.getEncoder().encodeToString(octets.toArray()) + "\n")
                            .getBytes(StandardCharsets.US_ASCII);
            case BINARY -> octets.toArray();
        };
    }
}
