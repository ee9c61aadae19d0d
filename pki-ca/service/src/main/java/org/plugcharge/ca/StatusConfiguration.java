package org.plugcharge.ca;

import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.KeyBackend;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.util.Optional;

import javax.sql.DataSource;

/** What answers for the status of certificates, and the log of them, are made of. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    @Bean
    StatusChanges statusChanges(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new StatusChanges(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    StatusCache statusCache() {
        return new StatusCache();
    }

    @Bean
    WantedAnswers wantedAnswers() {
        return new WantedAnswers();
    }

    @Bean
    Repeated signedAhead(
            OcspResponder responder,
            WantedAnswers wanted,
            StatusCache cache,
            CertificateTable table,
            InstantSource clock,
            PkiCaOptions options,
            Metrics metrics) {
        SignedAhead ahead =
                new SignedAhead(
                        responder,
                        wanted,
                        cache,
                        table::statuses,
                        () -> table.live(clock.instant()),
                        clock,
                        options.issuing().ocspValidity(),
                        metrics);
        return new Repeated("signed-ahead", ahead::work);
    }

    @Bean
    StatusWatch statusWatch(StatusChanges changes, StatusCache cache) {
        return new StatusWatch(changes, cache, System::nanoTime);
    }

    @Bean
    OcspResponder ocspResponder(
            Authorities authorities,
            CertificateTable table,
            StatusCache cache,
            StatusWatch watch,
            InstantSource clock,
            PkiCaOptions options) {
        return new OcspResponder(
                authorities,
                table::status,
                cache,
                watch::isCurrent,
                clock,
                options.issuing().ocspValidity());
    }

    @Bean
    ServletRegistrationBean<OcspServlet> ocspServlet(
            OcspResponder responder, InstantSource clock, Metrics metrics) {
        return new ServletRegistrationBean<>(
                new OcspServlet(responder, clock, metrics), "/ocsp", "/ocsp/*");
    }

    @Bean
    Metrics metrics(
            Overview overview, CertificateLog log, WantedAnswers wanted, InstantSource clock) {
        Metrics metrics = new Metrics();
        metrics.gauge(
                "pki_ca_certificates",
                "certificates by profile and state",
                values ->
                        overview.counts(Optional.empty(), clock.instant())
                                .forEach(count ->
                                        values.put(count.count(), count.profile(), count.state())),
                "profile",
                "state");
        metrics.gauge(
                "pki_ca_certificates_expiring",
                "good certificates that end within so many days",
                values ->
                        overview.forecast(Optional.empty(), clock.instant())
                                .forEach(forecast -> {
                                    values.put(forecast.in30Days(), forecast.profile(), "30");
                                    values.put(forecast.in60Days(), forecast.profile(), "60");
                                    values.put(forecast.in90Days(), forecast.profile(), "90");
                                }),
                "profile",
                "days");
        metrics.gauge(
                "pki_ca_log_waiting",
                "certificates that are not in the log yet",
                values -> values.put(log.waiting()));
        metrics.gauge(
                "pki_ca_ocsp_ahead_waiting",
                "certificates whose OCSP answers are still to be signed ahead",
                values -> values.put(wanted.waiting()));
        return metrics;
    }

    @Bean
    PublishedLists publishedLists(
            DataSource database,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Authorities authorities) {
        return new PublishedLists(
                database, jdbc, transactions, authorities::listIssuer, authorities::deltaUrl);
    }

    @Bean
    CertificateLog certificateLog(
            JdbcClient jdbc,
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            KeyBackend keys,
            Entropy entropy,
            InstantSource clock) {
        return new CertificateLog(
                jdbc, template, new TransactionTemplate(transactions), keys, entropy, clock);
    }

    @Bean
    LogWriter logWriter(CertificateLog log) {
        return new LogWriter(log);
    }

    @Bean
    Erasure erasure(JdbcClient jdbc, PlatformTransactionManager transactions, CertificateLog log) {
        return new Erasure(jdbc, new TransactionTemplate(transactions), log);
    }

    @Bean
    Overview overview(JdbcClient jdbc) {
        return new Overview(jdbc);
    }

    @Bean
    FilterRegistrationBean<HttpMetrics> httpMetrics(Metrics metrics) {
        FilterRegistrationBean<HttpMetrics> filter =
                new FilterRegistrationBean<>(new HttpMetrics(metrics));
        filter.setOrder(-2);
        return filter;
    }

    @Bean
    FilterRegistrationBean<DatabaseAway> databaseAway(Metrics metrics) {
        FilterRegistrationBean<DatabaseAway> filter =
                new FilterRegistrationBean<>(new DatabaseAway(metrics));
        filter.setOrder(-1);
        return filter;
    }
}
