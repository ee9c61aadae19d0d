package org.plugcharge.ca;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Iso20Profile;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.TrustAnchors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The certificate authority, running: embedded or given PostgreSQL, REST and OCSP over HTTP.
 *
 * <p>At the first start the whole PKI of ISO 15118-2 and -20 is made, unless ceremonies need
 * approval. Close it to end; the handle may be used by any thread.
 */
public final class PkiCa implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final @Nullable EmbeddedPostgres postgres;
    private final URI uri;
    private final Optional<TlsPort> tls;

    private PkiCa(
            ConfigurableApplicationContext context,
            @Nullable EmbeddedPostgres postgres,
            URI uri,
            Optional<TlsPort> tls) {
        this.context = context;
        this.postgres = postgres;
        this.uri = uri;
        this.tls = tls;
    }

    /** Runs the command and, unless it was only asked for help, stays. */
    public static void main(String[] arguments) {
        int status = PkiCaCommand.commandLine().execute(arguments);
        if (status != 0 || !PkiCaCommand.isRunning()) {
            System.exit(status);
        }
    }

    /**
     * Starts a CA and returns when it is ready; {@link IOException} if the embedded database or the
     * key file cannot be had, {@link IllegalStateException} if the database holds keys another
     * key-encryption key sealed.
     */
    public static PkiCa start(PkiCaOptions options) throws IOException {
        EmbeddedPostgres postgres =
                options.storage().database().isPresent()
                        ? null
                        : EmbeddedDatabase.start(options.storage().data());
        try {
            String database =
                    options.storage()
                            .database()
                            .orElseGet(() ->
                                    java.util.Objects.requireNonNull(postgres)
                                            .getJdbcUrl("postgres", "postgres"));
            ConfigurableApplicationContext context = run(options, kek(options), database);
            try {
                URI uri = URI.create("http://%s:%s".formatted(host(options), localPort(context)));
                open(context, options, uri);
                Optional<TlsPort> tls = tls(context, options);
                return new PkiCa(context, postgres, uri, tls);
            } catch (RuntimeException | IOException e) {
                context.close();
                throw e;
            }
        } catch (RuntimeException | IOException e) {
            if (postgres != null) {
                postgres.close();
            }
            throw e;
        }
    }

    /** Where it listens: {@code http://127.0.0.1:PORT}. */
    public URI uri() {
        return uri;
    }

    /** Where it listens with TLS, if it does. */
    public Optional<URI> tlsUri() {
        return tls.map(port -> URI.create("https://%s:%d".formatted(uri.getHost(), port.port())));
    }

    /** A CA's certificate; the newest, if it was followed by another. */
    public Certificate authority(Iso2Profile profile) {
        return authority(profile.profile());
    }

    /** The same for any edition. */
    public Certificate authority(CertificateProfile profile) {
        return context.getBean(Authorities.class).current(profile).certificate();
    }

    /** Every root of every generation, by the id of its CA. */
    public Map<String, Certificate> roots() {
        Map<String, Certificate> roots = new LinkedHashMap<>();
        context.getBean(Authorities.class).all().stream()
                .filter(Authority::isRoot)
                .forEach(root -> roots.put(root.id(), root.certificate()));
        return roots;
    }

    /** The roots of its ISO 15118-20 half, or of the lab, each for what it may be trusted for. */
    public TrustAnchors anchors(KeyType key) {
        return TrustAnchors.none()
                .withV2gRoots(authority(Iso20Profile.V2G_ROOT.profile(key)))
                .withMoRoots(authority(Iso20Profile.MO_ROOT.profile(key)))
                .withOemRoots(authority(Iso20Profile.OEM_ROOT.profile(key)));
    }

    /** The roots of its ISO 15118-2 half, each for what it may be trusted for. */
    public TrustAnchors anchors() {
        return TrustAnchors.none()
                .withV2gRoots(authority(Iso2Profile.V2G_ROOT))
                .withMoRoots(authority(Iso2Profile.MO_ROOT))
                .withOemRoots(authority(Iso2Profile.OEM_ROOT))
                .withOperatorRoots(authority(Iso2Profile.OPERATOR_ROOT));
    }

    @Override
    public void close() {
        tls.ifPresent(TlsPort::close);
        context.close();
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static KeyEncryptionKey kek(PkiCaOptions options) throws IOException {
        return options.storage().keys() instanceof KeyPlace.Database sealed
                ? KeyEncryptionKey.open(
                        sealed.keyEncryptionKey()
                                .or(() ->
                                        options.storage()
                                                .data()
                                                .map(data -> data.resolve("key-encryption-key"))))
                : KeyEncryptionKey.open(Optional.empty());
    }

    /**
     * One at a time: Spring sets up logging for the whole process, and two at once leave it broken.
     */
    private static synchronized ConfigurableApplicationContext run(
            PkiCaOptions options, KeyEncryptionKey kek, String database) {
        SpringApplication application = new SpringApplication(CaApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("pkiCaOptions", options);
            context.getBeanFactory().registerSingleton("keyEncryptionKey", kek);
        });
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.config.name=pki-ca",
                                "--spring.datasource.url=" + database,
                                "--server.address=" + options.listening().address(),
                                "--server.port=" + options.listening().port()));
        return application.run(arguments.toArray(String[]::new));
    }

    /** Clients first, then the ceremony: nobody is served before both are done. */
    private static void open(
            ConfigurableApplicationContext context, PkiCaOptions options, URI uri) {
        Clients clients = context.getBean(Clients.class);
        options.access().clients().forEach(clients::grant);
        KeyEncryptionKey kek = context.getBean(KeyEncryptionKey.class);
        if (options.storage().keys() instanceof KeyPlace.Database
                && !kek.kept()
                && !context.getBean(KeyTable.class).isEmpty()) {
            throw new IllegalStateException(
                    "the database holds sealed keys: name the file of their key-encryption key with"
                            + " --kek");
        }
        context.getBean(Ceremonies.class)
                .open(options.listening().publicUrl().orElse(uri.toString()));
        DatabaseLock.CEREMONY.with(
                context.getBean(DataSource.class),
                () -> {
                    context.getBean(CertificateLog.class).open();
                    return true;
                });
    }

    private static Optional<TlsPort> tls(
            ConfigurableApplicationContext context, PkiCaOptions options) throws IOException {
        if (options.listening().tls().isEmpty()
                || !(context instanceof WebServerApplicationContext web)
                || !(web.getWebServer() instanceof TomcatWebServer server)) {
            return Optional.empty();
        }
        if (context.getBean(Authorities.class).find(Iso2Profile.OPERATOR_ROOT.id()).isEmpty()) {
            throw new IllegalStateException(
                    "a TLS port needs iso2.operator-root: start without it, hold the ceremony,"
                            + " start again");
        }
        return Optional.of(
                TlsPort.open(
                        server,
                        options.listening().address(),
                        options.listening().tls().get(),
                        context.getBean(Authorities.class),
                        options.issuing().clock()));
    }

    private static String host(PkiCaOptions options) {
        String address = options.listening().address();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static String localPort(ConfigurableApplicationContext context) {
        return java.util.Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port"));
    }
}
