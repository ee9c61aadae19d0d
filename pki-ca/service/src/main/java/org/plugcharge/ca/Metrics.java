package org.plugcharge.ca;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What is counted, in the words of Prometheus. No names of people, vehicles or stations. */
final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private static final double NANOS = 1e9;
    private static final long REMEMBERED_NANOS = 30_000_000_000L;
    private static final double[] SECONDS = {
        0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter issued =
            Counter.builder()
                    .name("pki_ca_issued_total")
                    .help("certificates issued")
                    .labelNames("profile")
                    .register(registry);
    private final Counter refused =
            Counter.builder()
                    .name("pki_ca_refused_total")
                    .help("requests refused, by the id of the rule they break")
                    .labelNames("rule")
                    .register(registry);
    private final Counter statusChanges =
            Counter.builder()
                    .name("pki_ca_status_changes_total")
                    .help("revocations by reason; removeFromCRL: a hold taken back")
                    .labelNames("reason")
                    .register(registry);
    private final Histogram ocsp =
            Histogram.builder()
                    .name("pki_ca_ocsp_seconds")
                    .help("OCSP answers by kind, and how long they took to make")
                    .classicOnly()
                    .classicUpperBounds(SECONDS)
                    .labelNames("kind")
                    .register(registry);
    private final Counter signedAhead =
            Counter.builder()
                    .name("pki_ca_ocsp_signed_ahead_total")
                    .help("OCSP answers signed before anybody asked")
                    .register(registry);
    private final Histogram http =
            Histogram.builder()
                    .name("pki_ca_http_seconds")
                    .help("HTTP answers by method and status, OCSP left out")
                    .classicOnly()
                    .classicUpperBounds(SECONDS)
                    .labelNames("method", "status")
                    .register(registry);

    /** Gives the value of a gauge for some labels. */
    @FunctionalInterface
    interface Values {
        void put(long value, String... labels);
    }

    void issued(String profile) {
        issued.labelValues(profile).inc();
    }

    void refused(String rule) {
        refused.labelValues(rule).inc();
    }

    void statusChanged(String reason) {
        statusChanges.labelValues(reason).inc();
    }

    void ocsp(OcspResponder.Kind kind, long nanos) {
        ocsp.labelValues(kind.name().toLowerCase(Locale.ROOT)).observe(nanos / NANOS);
    }

    void signedAhead(int answers) {
        signedAhead.inc(answers);
    }

    void http(String method, int status, long nanos) {
        http.labelValues(method, Integer.toString(status)).observe(nanos / NANOS);
    }

    /**
     * A gauge whose values are asked for when somebody looks, but not more often than every half
     * minute: counting may be work for the database. Without the database it has none.
     */
    void gauge(String name, String help, Consumer<Values> values, String... labels) {
        Remembered remembered = new Remembered(values);
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(callback ->
                        remembered
                                .samples()
                                .forEach(one ->
                                        callback.call(
                                                (double) one.value(),
                                                one.labels().toArray(String[]::new))))
                .register(registry);
    }

    private record Sample(long value, List<String> labels) {}

    private static final class Remembered {

        private final Consumer<Values> values;
        private List<Sample> samples = List.of();
        private long until;
        private boolean known;

        Remembered(Consumer<Values> values) {
            this.values = values;
        }

        synchronized List<Sample> samples() {
            if (!known || System.nanoTime() - until > 0) {
                read();
            }
            return samples;
        }

        private void read() {
            List<Sample> fresh = new ArrayList<>();
            try {
                values.accept((value, labels) -> fresh.add(new Sample(value, List.of(labels))));
                known = true;
                until = System.nanoTime() + REMEMBERED_NANOS;
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("metrics the database does not answer", e);
                known = false;
                fresh.clear();
            }
            samples = List.copyOf(fresh);
        }
    }

    /** Everything, in the text format. */
    void write(OutputStream stream) throws IOException {
        PrometheusTextFormatWriter.builder().build().write(stream, registry.scrape());
    }
}
