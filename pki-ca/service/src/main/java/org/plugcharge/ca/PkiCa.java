package org.plugcharge.ca;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TrustAnchors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * The certificate authority, running: embedded or given PostgreSQL, REST and OCSP over HTTP.
 *
 * <p>At the first start the whole ISO 15118-2 PKI is made. Close it to end; the handle may be used
 * by any thread.
 */
public final class PkiCa implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final @Nullable EmbeddedPostgres postgres;
    private final URI uri;

    private PkiCa(
            ConfigurableApplicationContext context, @Nullable EmbeddedPostgres postgres, URI uri) {
        this.context = context;
        this.postgres = postgres;
        this.uri = uri;
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
                options.database().isPresent() ? null : EmbeddedDatabase.start(options.data());
        try {
            String database =
                    options.database()
                            .orElseGet(() ->
                                    java.util.Objects.requireNonNull(postgres)
                                            .getJdbcUrl("postgres", "postgres"));
            ConfigurableApplicationContext context = run(options, kek(options), database);
            try {
                URI uri = URI.create("http://%s:%s".formatted(host(options), localPort(context)));
                open(context, options, uri);
                return new PkiCa(context, postgres, uri);
            } catch (RuntimeException e) {
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

    /** A CA's certificate. */
    public Certificate authority(Iso2Profile profile) {
        return context.getBean(Authorities.class).certificate(profile);
    }

    /** Its roots, each for what it may be trusted for. */
    public TrustAnchors anchors() {
        return TrustAnchors.none()
                .withV2gRoots(authority(Iso2Profile.V2G_ROOT))
                .withMoRoots(authority(Iso2Profile.MO_ROOT))
                .withOemRoots(authority(Iso2Profile.OEM_ROOT))
                .withOperatorRoots(authority(Iso2Profile.OPERATOR_ROOT));
    }

    @Override
    public void close() {
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
        return KeyEncryptionKey.open(
                options.keyEncryptionKey()
                        .or(() -> options.data().map(data -> data.resolve("key-encryption-key"))));
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
                                "--server.address=" + options.address(),
                                "--server.port=" + options.port()));
        return application.run(arguments.toArray(String[]::new));
    }

    /** Clients first, then the ceremony: nobody is served before both are done. */
    private static void open(
            ConfigurableApplicationContext context, PkiCaOptions options, URI uri) {
        Clients clients = context.getBean(Clients.class);
        options.clients().forEach(clients::grant);
        KeyEncryptionKey kek = context.getBean(KeyEncryptionKey.class);
        if (!kek.kept() && !context.getBean(KeyTable.class).isEmpty()) {
            throw new IllegalStateException(
                    "the database holds sealed keys: name the file of their key-encryption key with"
                            + " --kek");
        }
        String ocspUrl = options.publicUrl().orElse(uri.toString()) + "/ocsp";
        DatabaseLock.CEREMONY.with(
                context.getBean(DataSource.class),
                () -> {
                    context.getBean(Authorities.class).open(ocspUrl, options.clock().instant());
                    context.getBean(CertificateLog.class).open();
                    return true;
                });
    }

    private static String host(PkiCaOptions options) {
        return options.address().contains(":") ? "[" + options.address() + "]" : options.address();
    }

    private static String localPort(ConfigurableApplicationContext context) {
        return java.util.Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port"));
    }
}
