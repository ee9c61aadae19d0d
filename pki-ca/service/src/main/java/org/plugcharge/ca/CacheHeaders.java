package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.time.Duration;
import java.time.Instant;

/** What caches between us and who asks may do with a signed status: RFC 5019 section 6.2. */
final class CacheHeaders {

    private CacheHeaders() {}

    /**
     * It may be kept until {@code until}. True if who asks has the same already: then 304 is the
     * whole answer.
     */
    static boolean write(
            HttpServletRequest request,
            HttpServletResponse response,
            Instant now,
            Instant since,
            Instant until,
            String tag) {
        long seconds = Math.max(0, Duration.between(now, until).toSeconds());
        response.setDateHeader("Last-Modified", since.toEpochMilli());
        response.setDateHeader("Expires", until.toEpochMilli());
        response.setHeader("ETag", tag);
        response.setHeader(
                "Cache-Control", "max-age=" + seconds + ", public, no-transform, must-revalidate");
        boolean known = tag.equals(request.getHeader("If-None-Match"));
        if (known) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return known;
    }

    /** It is for this one only. Always false: there is something to send. */
    static boolean forbid(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return false;
    }
}
