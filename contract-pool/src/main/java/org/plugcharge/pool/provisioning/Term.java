package org.plugcharge.pool.provisioning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when (inclusive) until when (exclusive) a contract holds, in whole seconds, as certificates
 * have them.
 */
public record Term(Instant begins, Instant ends) {

    /**
     * Drops fractions of a second; {@link IllegalArgumentException} if it does not end after it
     * begins.
     */
    public Term {
        begins = begins.truncatedTo(ChronoUnit.SECONDS);
        ends = ends.truncatedTo(ChronoUnit.SECONDS);
        if (!begins.isBefore(ends)) {
            throw new IllegalArgumentException(
                    "expected a term that begins before it ends, got " + begins + " to " + ends);
        }
    }
}
