package org.plugcharge.ca;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Says 503 where no controller is at work and the database does not answer. Nothing is lost by it:
 * who asks again later gets what would have come now.
 */
final class DatabaseAway extends OncePerRequestFilter {

    static final String RULE = "ca.database";
    static final String DETAIL = "the database does not answer: ask again later";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private final Metrics metrics;

    DatabaseAway(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Whether this is about a database that is not there, or that broke off. */
    static boolean isMeant(Throwable problem) {
        return problem instanceof DataAccessResourceFailureException
                || problem instanceof TransientDataAccessException
                || problem instanceof CannotCreateTransactionException;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (!isMeant(e) || response.isCommitted()) {
                throw e;
            }
            LOG.debug("database away", e);
            metrics.refused(RULE);
            ProblemWriter.write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, RULE, DETAIL);
        }
    }
}
