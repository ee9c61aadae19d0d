package org.plugcharge.evcc.host;

/** The car cannot go on; the message is a sentence for people. */
public final class CarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence that says what is wrong and, where possible, what to do. */
    public CarException(String message) {
        super(message);
    }

    /** With what led to it. */
    public CarException(String message, Throwable cause) {
        super(message, cause);
    }
}
