package org.plugcharge.evcc.hostile;

/** The station could not be brought to where a misbehaviour begins; the message says why not. */
final class NotReached extends Exception {

    private static final long serialVersionUID = 1L;

    NotReached(String message) {
        super(message);
    }
}
