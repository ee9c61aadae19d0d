package org.plugcharge.certs;

/**
 * Octets that are no certificate, certificate request or OCSP message; the message says where
 * reading ended.
 */
public final class MalformedCertificateException extends IllegalArgumentException {

    MalformedCertificateException(String message) {
        super(message);
    }

    MalformedCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
