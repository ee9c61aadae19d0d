package org.plugcharge.pool.rest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.pool.authority.AuthorityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error as application/problem+json; what a peer got wrong says what, what we got wrong says
 * nothing.
 */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail problem(Problem problem) {
        return detail(problem.status(), problem.reason(), String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail identifier(IdentifierException wrong) {
        return detail(HttpStatus.BAD_REQUEST, "BAD_REQUEST", String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail certificate(MalformedCertificateException wrong) {
        return detail(
                HttpStatus.BAD_REQUEST,
                "CERTIFICATE_UNREADABLE",
                String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail authority(AuthorityException wrong) {
        if (wrong.isRefused()) {
            LOG.warn("event=authority-refused");
            return detail(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "AUTHORITY_REFUSED",
                    String.valueOf(wrong.getMessage()));
        }
        LOG.error("event=authority-failed reason=\"{}\"", wrong.getMessage());
        return detail(
                HttpStatus.BAD_GATEWAY,
                "AUTHORITY_UNAVAILABLE",
                String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail database(DataAccessException wrong) {
        LOG.error("event=database-failed", wrong);
        return detail(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_UNAVAILABLE", "try again");
    }

    @ExceptionHandler
    ProblemDetail ours(RuntimeException wrong) {
        LOG.error("event=internal-error", wrong);
        return detail(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "our fault; it is logged");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException wrong,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.badRequest()
                .body(
                        detail(
                                HttpStatus.BAD_REQUEST,
                                "BAD_REQUEST",
                                "the body is not the JSON that was expected"));
    }

    static ProblemDetail detail(HttpStatus status, String reason, String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setProperty("reason", reason);
        return detail;
    }
}
