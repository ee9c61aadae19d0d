package org.plugcharge.csms;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.csms.backend.ContractRoots;
import org.plugcharge.csms.host.OcppServer;
import org.plugcharge.csms.host.SessionHandler;
import org.plugcharge.csms.host.StationSession;
import org.plugcharge.csms.rest.AdminToken;
import org.plugcharge.csms.store.CdrView;
import org.plugcharge.csms.store.Stations;
import org.plugcharge.csms.store.Tariffs;
import org.plugcharge.csms.store.Tokens;
import org.plugcharge.csms.store.Transactions;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import picocli.CommandLine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A running CSMS; {@link #start} makes one, {@link #close} ends it. */
public final class Csms implements AutoCloseable {

    private final CsmsOptions options;
    private final @Nullable EmbeddedPostgres embedded;
    private final ConfigurableApplicationContext context;
    private final OcppServer server;
    private final InetSocketAddress ocpp;
    private final Optional<Certificate> madeRoot;
    private final String adminToken;

    private Csms(
            CsmsOptions options,
            @Nullable EmbeddedPostgres embedded,
            ConfigurableApplicationContext context,
            OcppServer server,
            InetSocketAddress ocpp,
            Optional<Certificate> madeRoot,
            String adminToken) {
        this.options = options;
        this.embedded = embedded;
        this.context = context;
        this.server = server;
        this.ocpp = ocpp;
        this.madeRoot = madeRoot;
        this.adminToken = adminToken;
    }

    /** Runs the command; see {@code --help}. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new CsmsCommand()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Starts a CSMS; it is ready for stations when this returns. {@link IllegalStateException} with
     * one clear sentence if a port is taken or the database cannot be reached.
     */
    public static Csms start(CsmsOptions options) {
        EmbeddedPostgres embedded = embedded(options.storage());
        try {
            return start(options, embedded);
        } catch (RuntimeException e) {
            if (embedded != null) {
                close(embedded);
            }
            throw e;
        }
    }

    private static Csms start(CsmsOptions options, @Nullable EmbeddedPostgres embedded) {
        CsmsOptions.Database database =
                options.storage() instanceof CsmsOptions.Database given
                        ? given
                        : new CsmsOptions.Database(
                                Objects.requireNonNull(embedded).getJdbcUrl("postgres", "postgres"),
                                "postgres",
                                "");
        ServerIdentity.Made identity =
                options.tls()
                        .map(tls -> new ServerIdentity.Made(tls, Optional.empty()))
                        .orElseGet(() ->
                                ServerIdentity.selfMade(options.host(), options.clock().instant()));
        String adminToken = options.adminToken().orElseGet(Csms::freshToken);
        ConfigurableApplicationContext context =
                spring(options, database, new AdminToken(adminToken));
        try {
            Stations stations = context.getBean(Stations.class);
            context.getBean(Tariffs.class).add(options.tariff());
            options.stations()
                    .forEach((id, password) ->
                            stations.register(CsmsOptions.TENANT, id, password, Optional.empty()));
            context.getBean(ContractRoots.class).get();
            OcppServer server =
                    new OcppServer(
                            CsmsOptions.TENANT,
                            ServerIdentity.context(identity.tls()),
                            context.getBean(SessionHandler.class),
                            options.clock());
            InetSocketAddress ocpp =
                    server.listen(new InetSocketAddress(options.host(), options.ocppPort()));
            return new Csms(options, embedded, context, server, ocpp, identity.root(), adminToken);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext spring(
            CsmsOptions options, CsmsOptions.Database database, AdminToken adminToken) {
        try {
            return new SpringApplicationBuilder(CsmsApplication.class)
                    .web(WebApplicationType.SERVLET)
                    .logStartupInfo(false)
                    .initializers(context -> {
                        GenericApplicationContext generic = (GenericApplicationContext) context;
                        generic.registerBean(CsmsOptions.class, () -> options);
                        generic.registerBean(AdminToken.class, () -> adminToken);
                    })
                    .run(
                            "--spring.config.name=csms",
                            "--server.address=" + options.host(),
                            "--server.port=" + options.httpPort(),
                            "--spring.datasource.url=" + database.jdbcUrl(),
                            "--spring.datasource.username=" + database.user(),
                            "--spring.datasource.password=" + database.password());
        } catch (RuntimeException e) {
            throw new IllegalStateException("the CSMS cannot start: " + rootCause(e), e);
        }
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < 20; depth++) {
            Throwable next = cause.getCause();
            if (next == null || cause instanceof PortInUseException) {
                break;
            }
            cause = next;
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static @Nullable EmbeddedPostgres embedded(CsmsOptions.Storage storage) {
        try {
            return switch (storage) {
                case CsmsOptions.Database _ -> null;
                case CsmsOptions.Kept(Path directory) ->
                        EmbeddedDatabase.start(Optional.of(directory));
                case CsmsOptions.Temporary() -> EmbeddedDatabase.start(Optional.empty());
            };
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "the CSMS's own PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    private static String freshToken() {
        byte[] token = new byte[24];
        new SecureRandom().nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Where the HTTP interface is. */
    public URI http() {
        return URI.create(
                "http://"
                        + options.host()
                        + ":"
                        + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Where stations connect; each adds its identity. */
    public URI ocpp() {
        return URI.create("wss://" + options.host() + ":" + ocpp.getPort() + "/ocpp");
    }

    /** The root stations have to trust, if the CSMS made its own. */
    public Optional<Certificate> ownRoot() {
        return madeRoot;
    }

    /** What the HTTP interface wants as bearer token. */
    public String adminToken() {
        return adminToken;
    }

    /** The stations and their passwords. */
    public Stations stations() {
        return context.getBean(Stations.class);
    }

    /** The tokens and contracts that are known. */
    public Tokens tokens() {
        return context.getBean(Tokens.class);
    }

    /** The price lists. */
    public Tariffs tariffs() {
        return context.getBean(Tariffs.class);
    }

    /** The transactions and what became of them. */
    public Transactions transactions() {
        return context.getBean(Transactions.class);
    }

    /** The newest CDRs, newest first. */
    public List<CdrView> cdrs() {
        return transactions().cdrs(1000);
    }

    /** Calls a connected station; fails at once if it is not. */
    public <R extends Response> CompletableFuture<R> call(
            String station, Request<R> request, Duration timeout) {
        Optional<StationSession> session = server.session(station);
        return session.isEmpty()
                ? CompletableFuture.failedFuture(
                        new IllegalStateException("station " + station + " is not connected"))
                : session.get().call(request, timeout);
    }

    /** Whether a station is connected. */
    public boolean connected(String station) {
        return server.session(station).isPresent();
    }

    @Override
    public void close() {
        server.close();
        context.close();
        if (embedded != null) {
            close(embedded);
        }
    }

    private static void close(EmbeddedPostgres database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
