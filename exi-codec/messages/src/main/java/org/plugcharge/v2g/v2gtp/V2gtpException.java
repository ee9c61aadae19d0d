package org.plugcharge.v2g.v2gtp;

/**
 * A datagram or discovery payload that is none; the message says what was expected and what was
 * found.
 */
public final class V2gtpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    V2gtpException(String message) {
        super(message);
    }
}
