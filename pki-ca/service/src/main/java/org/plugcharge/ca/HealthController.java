package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

import javax.sql.DataSource;

/**
 * What an orchestrator asks: whether the process lives, and whether it can work. Open to everybody.
 */
@RestController
class HealthController {

    private static final int QUERY_SECONDS = 2;

    private final Authorities authorities;
    private final JdbcTemplate jdbc;
    private final Metrics metrics;

    HealthController(Authorities authorities, DataSource database, Metrics metrics) {
        this.authorities = authorities;
        this.jdbc = new JdbcTemplate(database);
        this.metrics = metrics;
        jdbc.setQueryTimeout(QUERY_SECONDS);
    }

    /** 200 as long as it answers at all. */
    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return status(200, "UP");
    }

    /** 503 until the CAs are there, and while the database does not answer. */
    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        if (!authorities.isOpen()) {
            return status(503, "STARTING");
        }
        try {
            jdbc.queryForObject("select 1", Integer.class);
            return status(200, "UP");
        } catch (RuntimeException e) {
            return status(503, "NO_DATABASE");
        }
    }

    /** Prometheus' text format. */
    @GetMapping("/metrics")
    void metrics(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        metrics.write(response.getOutputStream());
    }

    private static ResponseEntity<String> status(int number, String text) {
        return ResponseEntity.status(number)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body("{\"status\":\"" + text + "\"}");
    }
}
