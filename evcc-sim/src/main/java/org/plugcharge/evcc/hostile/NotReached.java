package org.plugcharge.evcc.hostile;

/** The station could not be brought to where a misbehaviour begins; the message says why not. */
final class NotReached extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean hopeless;

    NotReached(String message) {
        this(message, false);
    }

    private NotReached(String message, boolean hopeless) {
        super(message);
        this.hopeless = hopeless;
    }

    /** Nor will it be if one waits. */
    static NotReached ever(String message) {
        return new NotReached(message, true);
    }

    boolean hopeless() {
        return hopeless;
    }
}
