package org.plugcharge.evcc.hostile;

import java.time.Duration;

/**
 * How a station took a misbehaviour.
 *
 * @param saw what it did, in words; of one that was not tried, why not
 */
public record Finding(Misbehaviour misbehaviour, Verdict verdict, String saw, Duration took) {

    /** Whether the station did what it must. */
    public enum Verdict {
        /** It did, and served the next car. */
        PASS,
        /** It did not, or did not serve the next car. */
        FAIL,
        /** It could not be brought to the point. */
        NOT_TRIED
    }
}
