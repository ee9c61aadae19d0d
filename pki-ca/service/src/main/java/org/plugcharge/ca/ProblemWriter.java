package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a problem document where no controller is at work yet; texts are ours and need no
 * escaping.
 */
final class ProblemWriter {

    private ProblemWriter() {}

    static void write(
            HttpServletResponse response, int status, String rule, @Nullable String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        String title = HttpStatus.valueOf(status).getReasonPhrase();
        response.getOutputStream()
                .write(
                        """
                        {"type":"urn:plugcharge:problem:%s","title":"%s","status":%d,"detail":"%s","rule":"%s"}
                        """
                                .formatted(rule, title, status, detail, rule)
                                .getBytes(StandardCharsets.UTF_8));
    }
}
