package org.plugcharge.evcc.demo;

import org.plugcharge.exi.Bytes;

/** Octets as people read them: sixteen a line with offset and ASCII. */
final class HexDump {

    /** Longer ones are cut, and say so. */
    static final int MAX_OCTETS = 16_384;

    private static final int A_LINE = 16;
    private static final String DIGITS = "0123456789abcdef";

    private HexDump() {}

    /** The dump, lines separated by line feeds. */
    static String of(Bytes octets) {
        int shown = Math.min(octets.length(), MAX_OCTETS);
        StringBuilder out = new StringBuilder(shown * 5);
        for (int from = 0; from < shown; from += A_LINE) {
            line(octets, from, Math.min(from + A_LINE, shown), out);
        }
        if (shown < octets.length()) {
            out.append("and ").append(octets.length() - shown).append(" more octets\n");
        }
        return out.isEmpty() ? "" : out.substring(0, out.length() - 1);
    }

    private static void line(Bytes octets, int from, int to, StringBuilder out) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(DIGITS.charAt((from >> shift) & 0xf));
        }
        for (int i = from; i < from + A_LINE; i++) {
            out.append(i % 8 == 0 ? "  " : " ");
            if (i < to) {
                out.append(DIGITS.charAt((octets.at(i) >> 4) & 0xf))
                        .append(DIGITS.charAt(octets.at(i) & 0xf));
            } else {
                out.append("  ");
            }
        }
        out.append("  ");
        for (int i = from; i < to; i++) {
            byte octet = octets.at(i);
            out.append(octet >= ' ' && octet < 0x7f ? (char) octet : '.');
        }
        out.append('\n');
    }
}
