package org.plugcharge.pool.authority;

/**
 * The certificate authority refused, can't be reached, or answered nonsense; the message is one
 * line that says which.
 */
public final class AuthorityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private AuthorityException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** It was reached and said no; asking again the same way is no use. */
    public static AuthorityException refused(String why) {
        return new AuthorityException("the certificate authority refused: " + why, true);
    }

    /** It can't be reached or answered nonsense; asking again later may help. */
    public static AuthorityException unavailable(String why) {
        return new AuthorityException("the certificate authority can't be used: " + why, false);
    }

    /** Whether asking again the same way is no use. */
    public boolean isRefused() {
        return refused;
    }
}
