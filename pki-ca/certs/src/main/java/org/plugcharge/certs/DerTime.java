package org.plugcharge.certs;

import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;

/**
 * The times of certificates, in whole seconds: two-digit years from 1950 to 2049, else four digits
 * (RFC 5280 4.1.2.5). Written and read digit by digit: a date format made anew for each of them
 * would be a tenth of the time a certificate takes.
 */
final class DerTime {

    private static final DateTimeFormatter TWO_DIGIT_YEAR =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FOUR_DIGIT_YEAR =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DIGITS = 14;
    private static final String UTC = "GMT+00:00";

    private DerTime() {}

    static Time of(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).get(ChronoField.YEAR);
        return year >= 1950 && year < 2050
                ? new Time(new DERUTCTime(TWO_DIGIT_YEAR.format(instant)))
                : new Time(new DERGeneralizedTime(FOUR_DIGIT_YEAR.format(instant)));
    }

    /** {@link java.time.DateTimeException} for a day or hour that does not exist. */
    static Instant read(Time time) {
        String text = time.getTime();
        if (!text.endsWith(UTC) || !isDigits(text, text.length() - UTC.length())) {
            return time.getDate().toInstant();
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 4, 6),
                        number(text, 6, 8),
                        number(text, 8, 10),
                        number(text, 10, 12),
                        number(text, 12, DIGITS))
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isDigits(String text, int length) {
        return length == DIGITS
                && text.chars().limit(DIGITS).allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
