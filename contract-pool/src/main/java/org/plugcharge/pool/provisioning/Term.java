package org.plugcharge.pool.provisioning;

import java.time.Instant;

/** From when (inclusive) until when (exclusive) a contract holds; {@link IllegalArgumentException} if it ends before it begins. */
public record Term(Instant begins, Instant ends) {

    /** Refuses a term without length. */
    public Term {
        if (!begins.isBefore(ends)) {
            throw new IllegalArgumentException("expected a term that begins before it ends, got " + begins + " to " + ends);
        }
    }

    /** Whether {@code moment} lies in it. */
    public boolean holds(Instant moment) {
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }
}
