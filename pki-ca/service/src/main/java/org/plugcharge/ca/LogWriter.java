package org.plugcharge.ca;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Appends to the log what was issued, a few times a second, as long as the service runs. */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final CertificateLog log;
    private final Repeated repeated;

    LogWriter(CertificateLog log) {
        this.log = log;
        this.repeated = new Repeated("log-writer", this::work);
    }

    private Duration work() {
        return log.isOpen() && appended() ? Duration.ZERO : PERIOD;
    }

    /** The database may be away for a while; what waits, waits in it. */
    private boolean appended() {
        try {
            return log.append();
        } catch (RuntimeException e) {
            LOG.warn("log nothing appended detail={}", e.getClass().getSimpleName());
            LOG.debug("log", e);
            return false;
        }
    }

    @Override
    public void close() {
        repeated.close();
    }
}
