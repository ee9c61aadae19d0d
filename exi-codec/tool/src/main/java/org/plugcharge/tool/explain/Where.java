package org.plugcharge.tool.explain;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Where in the input something is.
 *
 * @param at when; some logs do not say
 * @param unit packet or line
 * @param number of that packet or line
 * @param session counted from 1; 0 for what is in none
 */
public record Where(@Nullable Instant at, String unit, long number, int session) {

    Where in(int other) {
        return new Where(at, unit, number, other);
    }

    /** packet 17. */
    public String place() {
        return unit + " " + number;
    }
}
