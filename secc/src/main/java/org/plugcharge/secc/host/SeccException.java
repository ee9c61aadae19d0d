package org.plugcharge.secc.host;

/** A station that can't start; the message is one line that says what to do. */
public final class SeccException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With what to do. */
    public SeccException(String message) {
        super(message);
    }

    /** With what to do, and what happened. */
    public SeccException(String message, Throwable cause) {
        super(message, cause);
    }
}
