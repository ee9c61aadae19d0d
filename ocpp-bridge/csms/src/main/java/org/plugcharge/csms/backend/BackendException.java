package org.plugcharge.csms.backend;

import java.io.Serial;

/** A service behind the CSMS refused or could not be asked; the message says which and why. */
public final class BackendException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    /** Says what was asked and what came. */
    public BackendException(String message) {
        super(message);
    }

    /** Says what was asked and why it failed. */
    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
