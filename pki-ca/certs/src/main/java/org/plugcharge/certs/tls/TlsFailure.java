package org.plugcharge.certs.tls;

/** A TLS connection that can't go on; the message says which side ended it and with which alert. */
public final class TlsFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    TlsFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
