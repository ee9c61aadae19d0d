package org.plugcharge.tool;

/** Input that cannot be used; the message is for the person at the keyboard. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
