package org.plugcharge.ca;

import org.plugcharge.certs.LintException;
import org.plugcharge.certs.MalformedCertificateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import java.net.SocketTimeoutException;
import java.net.URI;

/**
 * Turns whatever went wrong into a problem document: type, title, status, detail and the rule's id.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Metrics metrics;

    Problems(Metrics metrics) {
        this.metrics = metrics;
    }

    /** The detail may name a contract, so it goes to the client and not into the log. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        metrics.refused(problem.rule());
        LOG.info("refused rule={} status={}", problem.rule(), problem.status().value());
        return document(problem.status(), problem.rule(), problem.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MalformedCertificateException e) {
        return refused(Problem.malformed("rfc2986.request", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lint(LintException e) {
        return refused(
                Problem.unprocessable(
                        e.findings().getFirst().rule().id(), String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        Throwable cause = e.getMostSpecificCause();
        if (cause instanceof BodyLimit.TooLongException) {
            return refused(
                    new Problem(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "http.size",
                            String.valueOf(cause.getMessage())));
        }
        if (cause instanceof SocketTimeoutException) {
            return refused(
                    new Problem(
                            HttpStatus.REQUEST_TIMEOUT,
                            "http.slow",
                            "a whole body within " + BodyLimit.MAX_TIME.toSeconds() + " s"));
        }
        return refused(
                Problem.malformed("http.body", "the body is not the JSON that is expected here"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e) {
        return refused(
                Problem.malformed(
                        "http.parameter", "parameter " + e.getName() + " has another form"));
    }

    /**
     * What Spring itself refuses, and our own bugs: the process lives, the log says what happened.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e) {
        if (DatabaseAway.isMeant(e)) {
            return refused(
                    new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            DatabaseAway.RULE,
                            DatabaseAway.DETAIL));
        }
        if (e instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            metrics.refused("http." + status.value());
            return document(
                    status, "http." + status.value(), String.valueOf(known.getBody().getDetail()));
        }
        LOG.error("failed", e);
        return document(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "ca.internal",
                "this is our fault; the log says more");
    }

    static ResponseEntity<ProblemDetail> document(
            HttpStatusCode status, String rule, String detail) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create("urn:plugcharge:problem:" + rule));
        document.setProperty("rule", rule);
        return ResponseEntity.status(status).body(document);
    }
}
