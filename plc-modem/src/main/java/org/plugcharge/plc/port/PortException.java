package org.plugcharge.plc.port;

/** A port that can't be opened or used; the message says what to do about it. */
public final class PortException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With advice. */
    public PortException(String message) {
        super(message);
    }
}
