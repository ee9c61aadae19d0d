package org.plugcharge.evcc.session;

import java.time.Duration;

/**
 * How fast a car goes: the rest between two current demands, the rest before it asks again whether
 * a station has finished, and its patience: by how much it multiplies the message timeouts of the
 * standard. A real car's patience is 1; more is for test benches with a slow simulator on the other
 * side.
 */
public record Pace(Duration loop, Duration poll, int patience) {

    /** Ten current demands a second and no more patience than the standard asks for. */
    public static final Pace USUAL = new Pace(Duration.ofMillis(100), Duration.ofMillis(100), 1);

    /**
     * {@link IllegalArgumentException} unless patience is from 1 to 100 and no rest is negative.
     */
    public Pace {
        if (patience < 1 || patience > 100 || loop.isNegative() || poll.isNegative()) {
            throw new IllegalArgumentException(
                    "expected patience from 1 to 100 and rests from zero");
        }
    }

    /** A message timeout of the standard, stretched. */
    public Duration stretched(Duration timeout) {
        return timeout.multipliedBy(patience);
    }
}
