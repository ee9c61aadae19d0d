package org.plugcharge.tool.transcript;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Times since the first entry that has one. */
final class Clock {

    private @Nullable Instant first;

    /** Seconds with three decimals; empty without a time. */
    String since(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        if (first == null) {
            first = at;
        }
        return String.format(Locale.ROOT, "%.3f", Duration.between(first, at).toNanos() / 1e9);
    }

    /** When the transcript begins. */
    @Nullable Instant first() {
        return first;
    }
}
