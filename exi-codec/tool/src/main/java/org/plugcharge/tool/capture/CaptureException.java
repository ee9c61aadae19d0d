package org.plugcharge.tool.capture;

/** A file that is no capture, or is one only up to here; says where and what was expected. */
public final class CaptureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaptureException(String message) {
        super(message);
    }
}
