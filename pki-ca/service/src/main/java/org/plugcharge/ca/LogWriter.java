package org.plugcharge.ca;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

import java.time.Duration;

/** Appends to the log what was issued, a few times a second, as long as the service runs. */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final CertificateLog log;
    private final Repeated repeated;

    LogWriter(CertificateLog log) {
        this.log = log;
        this.repeated = new Repeated("log-writer", this::work);
    }

    /** The database may be away for a while; what waits, waits in it. */
    private Duration work() {
        try {
            return log.isOpen() && log.append() ? Duration.ZERO : PERIOD;
        } catch (DataIntegrityViolationException e) {
            LOG.error("log its tables contradict each other, nothing is appended", e);
            return AFTER_FAILURE;
        } catch (RuntimeException e) {
            LOG.warn("log nothing appended detail={}", e.getClass().getSimpleName());
            LOG.debug("log", e);
            return AFTER_FAILURE;
        }
    }

    @Override
    public void close() {
        repeated.close();
    }
}
