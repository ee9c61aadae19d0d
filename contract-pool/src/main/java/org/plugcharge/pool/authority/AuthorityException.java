package org.plugcharge.pool.authority;

/** The certificate authority refused, can't be reached, or answered nonsense; the message is one line that says which. */
public final class AuthorityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what the authority said. */
    public AuthorityException(String message) {
        super(message);
    }

    /** With what went wrong on the way. */
    public AuthorityException(String message, Throwable cause) {
        super(message, cause);
    }
}
