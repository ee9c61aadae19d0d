package org.plugcharge.evcc.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How quantities are written, the same everywhere: a point before decimals, a space before the
 * unit, times in UTC.
 */
final class Quantities {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long MILLIS_A_MINUTE = 60_000;

    private Quantities() {}

    /** Three digits that matter: {@code 0.84 ms}, {@code 12.4 s}, {@code 3 min 5 s}. */
    static String duration(Duration duration) {
        long micros = duration.toNanos() / 1_000;
        if (micros < 1_000_000) {
            return digits(micros, 3) + " ms";
        }
        if (micros < 100_000_000) {
            return digits(micros, 6) + " s";
        }
        long seconds = duration.toSeconds();
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }

    private static String digits(long value, int places) {
        BigDecimal exact = BigDecimal.valueOf(value, places);
        BigDecimal rounded = exact.round(new MathContext(3, RoundingMode.HALF_UP));
        int decimals = Math.min(Math.max(rounded.scale(), 0), 2);
        return exact.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** Milliseconds since something: {@code +1,234.56}. */
    static String offsetMillis(Duration offset) {
        return String.format(Locale.ROOT, "%+,.2f", offset.toNanos() / 1e6);
    }

    /** {@code 412 Wh} or {@code 12.4 kWh}. */
    static String energy(BigDecimal wattHours) {
        return wattHours.compareTo(BigDecimal.valueOf(1_000)) < 0
                ? significant(wattHours, 3) + " Wh"
                : significant(wattHours.movePointLeft(3), 4) + " kWh";
    }

    /** {@code 48.2 kW}. */
    static String power(long milliWatts) {
        return String.format(Locale.ROOT, "%.1f kW", milliWatts / 1e6);
    }

    /** With as many decimals as it has. */
    static String plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    /** At most three decimals, for a quantity on a bill. */
    static String billed(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return plain(stripped.scale() > 3 ? quantity.setScale(3, RoundingMode.HALF_UP) : stripped);
    }

    private static String significant(BigDecimal number, int digits) {
        return plain(
                number.round(new MathContext(digits, RoundingMode.HALF_UP)).stripTrailingZeros());
    }

    /** {@code 2026-11-21}. */
    static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 2026-11-21 12:00:05 UTC}. */
    static String second(Instant at) {
        return SECOND.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** {@code 12:00:05}. */
    static String timeOfDay(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 90 days}, {@code 15 years}. */
    static String span(Duration duration) {
        long days = Math.round(duration.toHours() / 24.0);
        if (days >= 730) {
            return Math.round(days / 365.25) + " years";
        }
        if (days >= 2) {
            return days + " days";
        }
        return duration.toMillis() >= 2 * 60 * MILLIS_A_MINUTE
                ? duration.toHours() + " hours"
                : "less than 2 hours";
    }
}
