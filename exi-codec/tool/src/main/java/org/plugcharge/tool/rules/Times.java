package org.plugcharge.tool.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations for people. */
public final class Times {

    private Times() {}

    /** 12 ms, 1.53 s, 60 s. */
    public static String text(Duration duration) {
        BigDecimal millis = BigDecimal.valueOf(duration.toNanos(), 6);
        if (millis.abs().compareTo(BigDecimal.ONE) < 0) {
            return millis.setScale(2, RoundingMode.HALF_UP).toPlainString() + " ms";
        }
        if (millis.abs().compareTo(BigDecimal.valueOf(1_000)) < 0) {
            return millis.setScale(0, RoundingMode.HALF_UP).toPlainString() + " ms";
        }
        return millis.movePointLeft(3)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }

    static String text(long millis) {
        return text(Duration.ofMillis(millis));
    }
}
