package org.plugcharge.ca;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.SoftwareKeyBackend;
import org.plugcharge.certs.host.Pkcs11KeyBackend;
import org.plugcharge.certs.host.VaultKeyBackend;
import org.plugcharge.exi.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * What the service is made of. {@link PkiCa} puts options and key-encryption key into the context
 * before.
 */
@SpringBootApplication(proxyBeanMethods = false)
class CaApplication {

    private static final Logger LOG = LoggerFactory.getLogger(CaApplication.class);

    @Bean
    InstantSource clock(PkiCaOptions options) {
        return options.issuing().clock();
    }

    @Bean
    JdbcClient caJdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    CertificateTable certificateTable(JdbcClient jdbc, JdbcTemplate template, Metrics metrics) {
        return new CertificateTable(jdbc, template, metrics);
    }

    @Bean
    Clients clients(JdbcClient jdbc) {
        return new Clients(jdbc);
    }

    @Bean
    KeyTable keyTable(JdbcClient jdbc) {
        return new KeyTable(jdbc);
    }

    /** Serial numbers, salts. */
    @Bean
    Entropy entropy() {
        return Entropy.system(new SecureRandom());
    }

    @Bean
    KeyBackend keyBackend(
            KeyTable keyTable, KeyEncryptionKey kek, PkiCaOptions options, Entropy random)
            throws IOException {
        return switch (options.storage().keys()) {
            case KeyPlace.Database database ->
                    new SoftwareKeyBackend(
                            keyTable, kek.key(), newKeys(database.seed(), random), random);
            case KeyPlace.Pkcs11(Path library, int slot, Path pin) ->
                    Pkcs11KeyBackend.open(
                            library, slot, Files.readString(pin).strip().toCharArray());
            case KeyPlace.Vault(VaultKeyBackend.Settings settings) ->
                    new VaultKeyBackend(settings, Clock.systemUTC());
        };
    }

    /** Without a seed keys are random; initialisation vectors always are. */
    private static Entropy newKeys(Optional<String> seed, Entropy random) {
        return seed.map(text -> Bytes.of(text.getBytes(StandardCharsets.UTF_8)))
                .map(octets -> Entropy.seeded(octets, "pki-ca keys"))
                .orElse(random);
    }

    @Bean
    Authorities authorities(
            DataSource database,
            JdbcClient jdbc,
            CertificateTable table,
            KeyBackend keys,
            Entropy entropy,
            WantedAnswers wanted,
            PkiCaOptions options) {
        return new Authorities(
                database, jdbc, table, keys, entropy, wanted, options.issuing().organization());
    }

    /** What another instance did with the CAs is seen a second later. */
    @Bean
    Repeated authorityRefresh(Authorities authorities) {
        return new Repeated(
                "authorities",
                () -> {
                    try {
                        authorities.refresh();
                    } catch (RuntimeException e) {
                        LOG.debug("authorities not read again", e);
                    }
                    return Duration.ofSeconds(1);
                });
    }

    @Bean
    Enrolment enrolment(Authorities authorities, CertificateTable table, InstantSource clock) {
        return new Enrolment(authorities, table, clock);
    }

    @Bean
    Transcript transcript(JdbcClient jdbc, Authorities authorities) {
        return new Transcript(jdbc, () -> authorities.serviceKey("transcript"));
    }

    @Bean
    Ceremonies ceremonies(
            DataSource database,
            JdbcClient jdbc,
            Authorities authorities,
            CertificateTable table,
            Transcript transcript,
            PkiCaOptions options,
            InstantSource clock) {
        return new Ceremonies(
                database, jdbc, authorities, table, transcript, options.access().approval(), clock);
    }

    @Bean
    CrossCertificates crossCertificates(CertificateTable table) {
        return new CrossCertificates(table);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> filter =
                new FilterRegistrationBean<>(new BodyLimit(System::nanoTime));
        filter.setOrder(0);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Authentication> authentication(
            Clients clients,
            PkiCaOptions options,
            Authorities authorities,
            CertificateTable table,
            InstantSource clock) {
        Optional<JwtClients> tokens =
                options.access()
                        .tokenIssuer()
                        .map(issuer ->
                                new JwtClients(
                                        new JwtClients.TokenIssuer(
                                                issuer.issuer(), issuer.audience()),
                                        new JwksKeys(issuer.keys(), clock)));
        FilterRegistrationBean<Authentication> filter =
                new FilterRegistrationBean<>(
                        new Authentication(clients, tokens, authorities, table, clock));
        filter.setOrder(1);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> cutBodies() {
        return factory -> factory.addEngineValves(new CutBodies());
    }

    /** Base64 in an OCSP GET path may hold a slash, written as %2F. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory ->
                factory.addConnectorCustomizers(connector ->
                        connector.setEncodedSolidusHandling(
                                EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
