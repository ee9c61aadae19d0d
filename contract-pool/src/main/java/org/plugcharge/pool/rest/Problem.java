package org.plugcharge.pool.rest;

import org.springframework.http.HttpStatus;

/**
 * A request that can't be carried out: becomes an RFC 9457 problem with a {@code reason} a program
 * can read.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String reason;

    Problem(HttpStatus status, String reason, String detail) {
        super(detail);
        this.status = status;
        this.reason = reason;
    }

    /** What is unknown, and what is not the asker's, look the same. */
    static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "nothing here, or nothing of yours");
    }

    static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "BAD_REQUEST", detail);
    }

    HttpStatus status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
