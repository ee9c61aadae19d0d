package org.plugcharge.evcc.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.plugcharge.ca.PkiCa;
import org.plugcharge.ca.PkiCaOptions;
import org.plugcharge.ca.Role;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.host.OcspFetcher;
import org.plugcharge.certs.host.StapledIdentities;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.csms.Csms;
import org.plugcharge.csms.CsmsOptions;
import org.plugcharge.csms.backend.HttpContractPool;
import org.plugcharge.csms.backend.HttpPkiCa;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.session.iso2.Provisioning;
import org.plugcharge.evcc.session.iso2.SigningKey;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.station.SeccCertificate;
import org.plugcharge.ocpp.station.Station;
import org.plugcharge.ocpp.station.StationOptions;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.RequestStartStopStatus;
import org.plugcharge.ocpp.v201.RequestStopTransactionRequest;
import org.plugcharge.ocpp.v201.RequestStopTransactionResponse;
import org.plugcharge.pool.ContractPool;
import org.plugcharge.pool.authority.HttpAuthority;
import org.plugcharge.pool.rest.Grant;
import org.plugcharge.secc.host.Journal;
import org.plugcharge.secc.host.Secc;
import org.plugcharge.secc.host.SeccSettings;
import org.plugcharge.secc.host.TlsPolicy;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.start.PostgresBinaries;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.ListOfRootCertificateIds;
import org.plugcharge.v2g.iso2.SessionId;
import org.plugcharge.v2g.iso2.V2gMessage;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Everything a car meets, on loopback: certificate authority, contract pool, operator's system,
 * station. Each hop is a real socket; all services keep their state in one real PostgreSQL.
 */
final class Ecosystem implements AutoCloseable {

    static final String EVSE = "DE*PNC*E00001";
    static final String STATION = "PNC-DEMO-1";
    static final String DRIVER_TOKEN = "DRIVER-APP-1";

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Timeline timeline;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Tokens tokens = new Tokens();
    private final BackOffice office = new BackOffice();
    private final SimulatedEvse outlet =
            new SimulatedEvse(SimulatedEvse.HIGH_POWER, "DEMO-METER-1", InstantSource.system());
    private final PkiCa ca;
    private final ContractPool pool;
    private final HttpTap caForCsms;
    private final HttpTap poolForCsms;
    private final String stationPassword = Tokens.fresh();
    private final CsmsOptions csmsOptions;
    private Csms csms;
    private final URI http;
    private final URI ocpp;
    private final Station station;
    private final SeccCertificate seccCertificate;
    private final Secc secc;
    private final OcppTitles titles = new OcppTitles();
    private volatile boolean carIsThere;
    private volatile boolean stationAsks;

    /** The tokens services know each other by, fresh for each run. */
    private record Tokens(
            String operator,
            String provider,
            String automaker,
            String provisioning,
            String poolOperator,
            String poolProvider,
            String poolAutomaker) {

        Tokens() {
            this(fresh(), fresh(), fresh(), fresh(), fresh(), fresh(), fresh());
        }

        static String fresh() {
            byte[] octets = new byte[24];
            new SecureRandom().nextBytes(octets);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        }
    }

    /** Starts everything and returns when a car could come. {@code say} hears what is up. */
    static Ecosystem start(
            Timeline timeline,
            Path directory,
            Journal journal,
            java.util.function.Consumer<String> say)
            throws IOException, InterruptedException {
        return new Ecosystem(timeline, directory, journal, say);
    }

    private Ecosystem(
            Timeline timeline,
            Path directory,
            Journal journal,
            java.util.function.Consumer<String> say)
            throws IOException, InterruptedException {
        this.timeline = timeline;
        try {
            running.push(office);
            EmbeddedPostgres postgres =
                    keep(
                            EmbeddedPostgres.builder()
                                    .setPgBinaryResolver(PostgresBinaries::open)
                                    .start());
            say.accept("PostgreSQL " + LOOPBACK + ":" + postgres.getPort());
            poolForCsms = keep(HttpTap.start(timeline, () -> Lane.CSMS, Lane.POOL));
            // Who asks for a certificate's status is not said; the station does before it opens,
            // the pool before a car comes and while it answers one.
            HttpTap status = keep(HttpTap.start(timeline, this::whoAsksForStatus, Lane.CA));
            ca = keep(PkiCa.start(caOptions(database(postgres, "pki_ca"), status.uri())));
            status.to(ca.uri());
            say.accept("pki-ca " + ca.uri() + ": the PKI is made");
            HttpTap caForPool =
                    keep(HttpTap.start(timeline, () -> Lane.POOL, Lane.CA)).to(ca.uri());
            pool =
                    keep(
                            ContractPool.start(
                                    poolOptions(caForPool.uri())
                                            .withDatabase(database(postgres, "contract_pool"))));
            say.accept("contract-pool " + pool.baseUri());
            caForCsms = keep(HttpTap.start(timeline, () -> Lane.CSMS, Lane.CA)).to(ca.uri());
            poolForCsms.to(pool.baseUri());
            csmsOptions = csmsOptions(database(postgres, "csms"));
            csms = Csms.start(csmsOptions);
            running.push(() -> csms.close());
            http = csms.http();
            ocpp = csms.ocpp();
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            IdTokenType.CENTRAL,
                            DRIVER_TOKEN,
                            AuthorizationStatus.ACCEPTED);
            say.accept("csms " + csms.ocpp());
            station = keep(Station.start(stationOptions(directory), this::ocppFrame));
            seccCertificate =
                    within(
                            station.seccCertificate().toCompletableFuture(),
                            "the station's certificate");
            say.accept("station " + STATION + ": certificate enrolled through OCPP");
            secc = keep(Secc.start(seccSettings(), outlet, station, journal));
            station.endChargingBy(EVSE, secc::stopCharging);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Lane whoAsksForStatus() {
        if (stationAsks) {
            return Lane.STATION;
        }
        return carIsThere && !poolForCsms.busy() ? Lane.CSMS : Lane.POOL;
    }

    private <T extends AutoCloseable> T keep(T service) {
        running.push(service);
        return service;
    }

    private static String database(EmbeddedPostgres postgres, String name) throws IOException {
        try (java.sql.Connection connection = postgres.getPostgresDatabase().getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return postgres.getJdbcUrl("postgres", name);
        } catch (java.sql.SQLException e) {
            throw new IOException("database " + name + " can't be made: " + e.getMessage(), e);
        }
    }

    private PkiCaOptions caOptions(String database, URI statusUrl) {
        return PkiCaOptions.standard()
                .onDatabase(database)
                .reachedAt(statusUrl.toString())
                .withClient(tokens.operator(), "operator", EnumSet.of(Role.STATION_OPERATOR))
                .withClient(tokens.provider(), "provider", EnumSet.of(Role.MOBILITY_OPERATOR))
                .withClient(tokens.automaker(), "automaker", EnumSet.of(Role.AUTOMAKER))
                .withClient(
                        tokens.provisioning(),
                        "contract-pool",
                        EnumSet.of(Role.PROVISIONING_SERVICE, Role.MOBILITY_OPERATOR));
    }

    private ContractPool.Options poolOptions(URI authority) {
        return ContractPool.Options.of(
                new HttpAuthority(authority, tokens.provisioning()),
                ca.anchors(),
                List.of(
                        Grant.all(org.plugcharge.pool.rest.Role.OEM, tokens.poolAutomaker()),
                        Grant.all(org.plugcharge.pool.rest.Role.EMSP, tokens.poolProvider()),
                        Grant.all(org.plugcharge.pool.rest.Role.CPO, tokens.poolOperator())));
    }

    private CsmsOptions csmsOptions(String database) {
        SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
        CertificateChain chain =
                enrol(
                        Iso2Profile.TLS_SERVER,
                        "csms",
                        key,
                        tokens.operator(),
                        List.of(LOOPBACK, "localhost"));
        return CsmsOptions.defaults()
                .on(new CsmsOptions.Database(database, "postgres", ""))
                .with(new CsmsOptions.Tls(chain, key))
                .trusting(ca.anchors())
                .with(keep(new HttpPkiCa(caForCsms.uri(), tokens.operator())))
                .with(keep(new HttpContractPool(poolForCsms.uri(), tokens.poolOperator())))
                .with(Map.of(STATION, stationPassword));
    }

    private StationOptions stationOptions(Path directory) {
        // No mobility operator's root: the chain of a contract goes to the operator's system, which
        // judges it.
        TrustAnchors roots =
                TrustAnchors.none()
                        .withV2gRoots(ca.authority(Iso2Profile.V2G_ROOT))
                        .withOperatorRoots(ca.authority(Iso2Profile.OPERATOR_ROOT));
        return StationOptions.of(csms.ocpp(), STATION, stationPassword, roots, directory, EVSE)
                .withSecc(EVSE, "plugcharge demo", "DE")
                .withExternalToken(new IdToken(null, DRIVER_TOKEN, IdTokenType.CENTRAL))
                .withTiming(StationOptions.Timing.DEFAULT.sampledEvery(Duration.ofSeconds(2)));
    }

    private SeccSettings seccSettings() {
        InetAddress address = SeccSettings.addressOf("lo");
        return new SeccSettings(
                address,
                0,
                TlsPolicy.ALLOW,
                stapled(),
                EVSE,
                true,
                true,
                true,
                ContractCheck.CENTRAL,
                150_000,
                Duration.ofSeconds(2));
    }

    /** The station's chain with an OCSP answer to each of its certificates. */
    private StapledIdentities stapled() {
        stationAsks = true;
        try {
            return keep(
                    new StapledIdentities(
                            List.of(
                                    ServerIdentity.of(
                                            seccCertificate.chain(),
                                            seccCertificate.key(),
                                            ca.authority(Iso2Profile.V2G_ROOT))),
                            keep(new OcspFetcher(PATIENCE)),
                            KeyLog.NONE,
                            InstantSource.system(),
                            problem -> System.err.println("station: " + problem)));
        } finally {
            stationAsks = false;
        }
    }

    /**
     * OCPP-J frames are JSON arrays: [2, id, action, payload], [3, id, payload], [4, id, code,
     * text, details].
     */
    private void ocppFrame(Instant at, boolean sent, String frame) {
        Lane from = sent ? Lane.STATION : Lane.CSMS;
        Lane to = sent ? Lane.CSMS : Lane.STATION;
        timeline.add(
                new Timeline.Entry(
                        at, from, to, Layer.OCPP, titles.title(frame), frame, null, false));
    }

    private static <T> T within(CompletableFuture<T> future, String what)
            throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(what + " did not come: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(what + " did not come within " + PATIENCE.toSeconds() + " s", e);
        }
    }

    private CertificateChain enrol(
            Iso2Profile profile,
            String commonName,
            SoftwareKey key,
            String token,
            List<String> hostNames) {
        CertificateRequest request = CertificateRequest.create(Subject.named(commonName), key);
        Map<String, Object> body =
                hostNames.isEmpty()
                        ? Map.of("csr", request.pem(), "commonName", commonName)
                        : Map.of(
                                "csr",
                                request.pem(),
                                "commonName",
                                commonName,
                                "hostNames",
                                hostNames);
        JsonNode issued =
                office.ask("POST", ca.uri(), "/api/v1/enrol/" + profile.id(), token, body);
        return CertificateChain.ofPem(issued.required("chain").asString());
    }

    /**
     * A car leaves the works: a key, a provisioning certificate, and an entry in the provisioning
     * pool.
     */
    KeyedCertificate buildCar(String pcid) {
        SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
        CertificateChain chain =
                enrol(Iso2Profile.OEM_PROVISIONING_LEAF, pcid, key, tokens.automaker(), List.of());
        office.ask(
                "PUT",
                pool.baseUri(),
                "/api/v1/provisioning-certificates",
                tokens.poolAutomaker(),
                Map.of("chain", chain.pem()));
        return new KeyedCertificate(Certificate.parse(chain.leaf()), key);
    }

    /**
     * A driver signs a contract; its eMAID. The certificate waits in the contract pool for the car.
     */
    String orderContract(String pcid, Duration length) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonNode contract =
                office.ask(
                        "POST",
                        pool.baseUri(),
                        "/api/v1/contracts",
                        tokens.poolProvider(),
                        Map.of(
                                "country",
                                "DE",
                                "provider",
                                "PNC",
                                "pcid",
                                pcid,
                                "begins",
                                now.toString(),
                                "ends",
                                now.plus(length).toString()));
        return contract.required("emaid").asString();
    }

    /** Its provider lets a contract go on for so long from now. */
    void prolong(String emaid, String pcid, Duration length) {
        office.ask(
                "PUT",
                pool.baseUri(),
                "/api/v1/contracts/" + emaid + "/renewal",
                tokens.poolProvider(),
                Map.of("pcid", pcid, "ends", Instant.now().plus(length).toString()));
    }

    /** A workshop has the contract that waits in the pool installed in a car. */
    void installInTheWorkshop(PkiCarKeys keys) {
        Provisioning oem = keys.provisioning();
        CertificateInstallationReq request =
                new CertificateInstallationReq(
                        "id1", oem.certificate(), new ListOfRootCertificateIds(oem.trustedRoots()));
        V2gMessage signed =
                V2gMessage.signed(
                        SessionId.NEW.octets(),
                        keys.sign(SigningKey.PROVISIONING, request),
                        request);
        JsonNode answer =
                office.ask(
                        "POST",
                        pool.baseUri(),
                        "/api/v1/installations",
                        tokens.poolOperator(),
                        Map.of(
                                "schema",
                                Iso2Namespaces.MESSAGE,
                                "exiRequest",
                                base64(Iso2Codec.encode(signed))));
        byte[] response = Base64.getDecoder().decode(answer.required("exiResponse").asString());
        V2gMessage message = Iso2Codec.decode(Bytes.owning(response));
        if (message.header().signature() == null
                || !(message.body().element() instanceof CertificateInstallationRes parts)) {
            throw new IllegalStateException("the workshop got no contract: " + answer);
        }
        keys.store(keys.open(parts, message.header().signature(), SigningKey.PROVISIONING));
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }

    /** The operator hears of a contract it may let charge. */
    void announce(String emaid) {
        csms.tokens()
                .put(CsmsOptions.TENANT, IdTokenType.EMAID, emaid, AuthorizationStatus.ACCEPTED);
    }

    /** A contract certificate the provider issued straight to a car on an earlier day. */
    CertificateChain issueContract(String emaid, SoftwareKey key) {
        return enrol(Iso2Profile.CONTRACT_LEAF, emaid, key, tokens.provider(), List.of());
    }

    void revoke(CertificateChain chain) {
        office.ask(
                "POST",
                ca.uri(),
                "/api/v1/revoke",
                tokens.provider(),
                Map.of("certificate", chain.pem(), "reason", "keyCompromise"));
    }

    void carArrives() {
        carIsThere = true;
    }

    /** The operator's system goes away. */
    void stopCsms() {
        csms.close();
    }

    /** It comes back where it was, with what it knew. */
    void restartCsms() {
        csms = Csms.start(csmsOptions.listening(LOOPBACK, http.getPort(), ocpp.getPort()));
    }

    /** The operator ends the one transaction that runs, as soon as it has heard of it. */
    void stopTransaction() {
        Instant patience = Instant.now().plus(PATIENCE);
        while (csms.transactions().views(1).isEmpty() && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        String transaction = csms.transactions().views(1).getFirst().transactionId();
        RequestStopTransactionResponse answer =
                csms.call(STATION, new RequestStopTransactionRequest(transaction), PATIENCE).join();
        if (answer.status() != RequestStartStopStatus.ACCEPTED) {
            throw new IllegalStateException("the station will not stop: " + answer);
        }
    }

    /** Waits until the operator's system has every event of the station. */
    void settle() throws IOException, InterruptedException {
        within(
                station.delivered().toCompletableFuture(),
                "the last acknowledgement of the operator's system");
    }

    PkiCa ca() {
        return ca;
    }

    Csms csms() {
        return csms;
    }

    Station station() {
        return station;
    }

    SimulatedEvse outlet() {
        return outlet;
    }

    Secc secc() {
        return secc;
    }

    SeccCertificate seccCertificate() {
        return seccCertificate;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            AutoCloseable next = running.pop();
            try {
                next.close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
    }
}
