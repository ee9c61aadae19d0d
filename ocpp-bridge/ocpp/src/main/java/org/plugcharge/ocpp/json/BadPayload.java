package org.plugcharge.ocpp.json;

import java.io.Serial;

/** A payload that is not of its record's shape; carries the one {@link Problem} found first. */
public final class BadPayload extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /**
     * Carries {@code problem}; has no stack trace, since it says something about the peer, not
     * about us.
     */
    public BadPayload(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** What was found. */
    public Problem problem() {
        return problem;
    }
}
