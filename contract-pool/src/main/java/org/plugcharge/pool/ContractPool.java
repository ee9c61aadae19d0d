package org.plugcharge.pool;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.pool.authority.CertificateAuthority;
import org.plugcharge.pool.authority.HttpStatusSource;
import org.plugcharge.pool.authority.StatusSource;
import org.plugcharge.pool.rest.Grant;
import org.plugcharge.pool.rest.Grants;
import org.plugcharge.pool.store.PoolStore;
import org.plugcharge.pool.store.RootKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import picocli.CommandLine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A running contract pool. */
public final class ContractPool implements AutoCloseable {

    /** OCPP 2.0.1 carries 5600 base64 characters of exiResponse. */
    public static final int OCPP_201_CHARACTERS = 5600;

    private final ConfigurableApplicationContext context;
    private final @Nullable EmbeddedPostgres embedded;

    private ContractPool(
            ConfigurableApplicationContext context, @Nullable EmbeddedPostgres embedded) {
        this.context = context;
        this.embedded = embedded;
    }

    /** Where the pool keeps what it knows. */
    public sealed interface Storage {}

    /** In a PostgreSQL database of yours, by its JDBC URL. */
    public record Database(String jdbcUrl) implements Storage {}

    /** In a PostgreSQL of its own that is started in this directory, and again the next time. */
    public record Kept(Path directory) implements Storage {}

    /** In a PostgreSQL of its own that is thrown away with it. */
    public record Temporary() implements Storage {}

    /**
     * How the pool is started.
     *
     * @param provisioningAuthorities whom to ask for CPS certificates, one for each V2G root; the
     *     first also issues the contracts
     * @param anchors roots to be in the root pool; those that were put there before stay
     * @param grants who may ask what
     * @param storage where it keeps what it knows
     * @param port 0 for any free one
     * @param exiCharacters how many base64 characters a response may have
     * @param properties further Spring properties
     */
    public record Options(
            List<CertificateAuthority> provisioningAuthorities,
            StatusSource statuses,
            TrustAnchors anchors,
            List<Grant> grants,
            Storage storage,
            int port,
            int exiCharacters,
            Map<String, String> properties) {

        /** Keeps its own copies; {@link IllegalArgumentException} without an authority. */
        public Options {
            provisioningAuthorities = List.copyOf(provisioningAuthorities);
            grants = List.copyOf(grants);
            properties = Map.copyOf(properties);
            if (provisioningAuthorities.isEmpty()) {
                throw new IllegalArgumentException("expected at least one certificate authority");
            }
        }

        /** One authority, OCSP by HTTP, an embedded database, any free port. */
        public static Options of(
                CertificateAuthority authority, TrustAnchors anchors, List<Grant> grants) {
            return new Options(
                    List.of(authority),
                    new HttpStatusSource(),
                    anchors,
                    grants,
                    new Temporary(),
                    0,
                    OCPP_201_CHARACTERS,
                    Map.of());
        }

        /** The same with this database. */
        public Options withDatabase(String url) {
            return withStorage(new Database(url));
        }

        /** The same with its state elsewhere. */
        public Options withStorage(Storage other) {
            return new Options(
                    provisioningAuthorities,
                    statuses,
                    anchors,
                    grants,
                    other,
                    port,
                    exiCharacters,
                    properties);
        }

        /** The same on this port. */
        public Options onPort(int newPort) {
            return new Options(
                    provisioningAuthorities,
                    statuses,
                    anchors,
                    grants,
                    storage,
                    newPort,
                    exiCharacters,
                    properties);
        }

        /** The same with another source of revocation status. */
        public Options withStatuses(StatusSource source) {
            return new Options(
                    provisioningAuthorities,
                    source,
                    anchors,
                    grants,
                    storage,
                    port,
                    exiCharacters,
                    properties);
        }

        /** The same with a further authority for CPS certificates under another V2G root. */
        public Options withFurtherProvisioningAuthority(CertificateAuthority authority) {
            List<CertificateAuthority> all = new ArrayList<>(provisioningAuthorities);
            all.add(authority);
            return new Options(
                    all, statuses, anchors, grants, storage, port, exiCharacters, properties);
        }

        /** The same with another limit for a response. */
        public Options withExiCharacters(int characters) {
            return new Options(
                    provisioningAuthorities,
                    statuses,
                    anchors,
                    grants,
                    storage,
                    port,
                    characters,
                    properties);
        }

        /** The same with further Spring properties. */
        public Options withProperties(Map<String, String> further) {
            Map<String, String> all = new LinkedHashMap<>(properties);
            all.putAll(further);
            return new Options(
                    provisioningAuthorities,
                    statuses,
                    anchors,
                    grants,
                    storage,
                    port,
                    exiCharacters,
                    all);
        }
    }

    /** The command; {@code --help} says how it is used. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PoolCommand()).execute(arguments));
    }

    /** Starts the pool; when this returns, it answers. */
    public static ContractPool start(Options options) {
        EmbeddedPostgres embedded = embedded(options.storage());
        try {
            Map<String, Object> properties = new LinkedHashMap<>(options.properties());
            properties.put("spring.config.name", "contract-pool");
            properties.put("server.port", options.port());
            properties.put(
                    "spring.datasource.url",
                    options.storage() instanceof Database(String url)
                            ? url
                            : Objects.requireNonNull(embedded).getJdbcUrl("postgres", "postgres"));
            ApplicationContextInitializer<GenericApplicationContext> beans =
                    context -> {
                        context.registerBean(Options.class, () -> options);
                        context.registerBean(Grants.class, () -> new Grants(options.grants()));
                    };
            ConfigurableApplicationContext context =
                    new SpringApplicationBuilder(PoolConfiguration.class)
                            .web(WebApplicationType.SERVLET)
                            .initializers(beans)
                            .run(
                                    properties.entrySet().stream()
                                            .map(property ->
                                                    "--"
                                                            + property.getKey()
                                                            + "="
                                                            + property.getValue())
                                            .toArray(String[]::new));
            addRoots(context.getBean(PoolStore.class), options.anchors());
            return new ContractPool(context, embedded);
        } catch (RuntimeException e) {
            close(embedded);
            throw e;
        }
    }

    private static @Nullable EmbeddedPostgres embedded(Storage storage) {
        try {
            return switch (storage) {
                case Database _ -> null;
                case Kept(Path directory) -> EmbeddedDatabase.start(Optional.of(directory));
                case Temporary() -> EmbeddedDatabase.start(Optional.empty());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    private static void addRoots(PoolStore store, TrustAnchors anchors) {
        Instant now = Instant.now();
        anchors.v2gRoots().forEach(root -> store.addRoot(RootKind.V2G, root, now));
        anchors.moRoots().forEach(root -> store.addRoot(RootKind.MO, root, now));
        anchors.oemRoots().forEach(root -> store.addRoot(RootKind.OEM, root, now));
    }

    /** Where it listens, without path. */
    public URI baseUri() {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Stops it, and the embedded database if it has one. */
    @Override
    public void close() {
        context.close();
        close(embedded);
    }

    private static void close(@Nullable EmbeddedPostgres embedded) {
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
