package org.plugcharge.pool.authority;

import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.Verified;
import org.plugcharge.certs.host.OcspFetcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/**
 * Asks the responders that certificates announce, by OCSP over HTTP; a responder that does not
 * answer leaves the status unknown.
 */
public final class HttpStatusSource implements StatusSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpStatusSource.class);

    /** A car waits 5 s in all, a station answers after 4.5 s at the latest. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final OcspFetcher fetcher = new OcspFetcher(PATIENCE);

    @Override
    public RevocationSnapshot ask(Verified path) {
        List<OcspFetcher.Outcome> outcomes = fetcher.ask(path);
        for (OcspFetcher.Outcome outcome : outcomes) {
            if (outcome.response().isEmpty()) {
                LOG.warn(
                        "event=ocsp-failed serial={} reason=\"{}\"",
                        outcome.certificate().fields().serial().toString(16),
                        outcome.problem());
            }
        }
        List<OcspResponse> responses =
                outcomes.stream().flatMap(outcome -> outcome.response().stream()).toList();
        return RevocationSnapshot.of(RevocationSnapshot.Policy.IF_ANNOUNCED, responses);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
