package org.plugcharge.csms;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.csms.backend.HttpContractPool;
import org.plugcharge.csms.backend.HttpPkiCa;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** The command line of the CSMS. */
@Command(
        name = "csms",
        mixinStandardHelpOptions = true,
        version = "plugcharge 0.1.0",
        description =
                "A CSMS for OCPP 2.0.1 stations: Plug & Charge contracts, transactions, bills.",
        footer = {
            "",
            "Stations connect to wss://HOST:PORT/ocpp/IDENTITY with basic auth (security profile"
                    + " 2).",
            "GET /api/v1/cdrs, /transactions, /stations, /tariffs; PUT /api/v1/stations/ID,"
                    + " /api/v1/tokens/TYPE/VALUE;",
            "each with the header Authorization: Bearer TOKEN."
        })
final class CsmsCommand implements Callable<Integer> {

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address to listen at (default ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(
            names = "--http-port",
            defaultValue = "8080",
            description = "HTTP port, 0 for any (default ${DEFAULT-VALUE})")
    private int httpPort;

    @Option(
            names = "--ocpp-port",
            defaultValue = "8443",
            description = "OCPP port, 0 for any (default ${DEFAULT-VALUE})")
    private int ocppPort;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "PostgreSQL; without it one is started that is thrown away at the end")
    private @Nullable String database;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "keep the database that is started in this directory, for the next start; one"
                            + " CSMS at a time")
    private @Nullable Path data;

    @Option(
            names = "--database-user",
            defaultValue = "postgres",
            description = "default ${DEFAULT-VALUE}")
    private String databaseUser = "postgres";

    @Option(
            names = "--database-password",
            defaultValue = "",
            description = "better: the variable CSMS_DATABASE_PASSWORD")
    private String databasePassword = "";

    @Option(
            names = "--tls-chain",
            paramLabel = "PEM",
            description = "the server's certificate and its issuers")
    private @Nullable Path tlsChain;

    @Option(names = "--tls-key", paramLabel = "PEM", description = "its key, PKCS#8, P-256")
    private @Nullable Path tlsKey;

    @Option(
            names = "--mo-root",
            paramLabel = "PEM",
            description = "roots of contracts that are accepted; may be repeated")
    private List<Path> moRoots = new ArrayList<>();

    @Option(
            names = "--pki-ca",
            paramLabel = "URL",
            description = "signs the stations' SECC certificates, names MO roots")
    private @Nullable URI pkiCa;

    @Option(
            names = "--pki-ca-token",
            defaultValue = "${env:CSMS_PKI_CA_TOKEN:-}",
            description = "its bearer token")
    private String pkiCaToken = "";

    @Option(
            names = "--contract-pool",
            paramLabel = "URL",
            description = "answers cars that want a contract certificate")
    private @Nullable URI contractPool;

    @Option(
            names = "--contract-pool-token",
            defaultValue = "${env:CSMS_CONTRACT_POOL_TOKEN:-}",
            description = "its token")
    private String contractPoolToken = "";

    @Option(
            names = "--station",
            paramLabel = "ID=PASSWORD",
            description = "a station to let in; may be repeated")
    private Map<String, String> stations = Map.of();

    @Option(
            names = "--admin-token",
            defaultValue = "${env:CSMS_ADMIN_TOKEN:-}",
            description = "for the HTTP interface")
    private String adminToken = "";

    @Override
    public Integer call() throws InterruptedException {
        CsmsOptions options;
        try {
            options = options();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("csms: " + e.getMessage());
            return 2;
        }
        try {
            Csms csms = Csms.start(options);
            System.out.println("OCPP  " + csms.ocpp());
            System.out.println("HTTP  " + csms.http());
            if (adminToken.isEmpty()) {
                System.out.println("token " + csms.adminToken());
            }
            csms.ownRoot()
                    .ifPresent(root ->
                            System.out.print(
                                    "TLS root for stations:\n"
                                            + Pem.of(Pem.CERTIFICATE, root.der())));
            untilInterrupted(csms);
            return 0;
        } catch (IllegalStateException | IllegalArgumentException e) {
            System.err.println("csms: " + e.getMessage());
            return 1;
        }
    }

    /** Waits for Ctrl-C, and lets the process end only when everything is closed. */
    private static void untilInterrupted(Csms csms) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    csms.close();
                                    closed.countDown();
                                }));
        closed.await();
    }

    private CsmsOptions options() throws IOException {
        CsmsOptions options =
                CsmsOptions.defaults().listening(host, httpPort, ocppPort).with(stations);
        if (database != null && data != null) {
            throw new IllegalArgumentException("--database and --data exclude each other");
        }
        if (data != null) {
            options = options.on(new CsmsOptions.Kept(data));
        }
        if (database != null) {
            String password =
                    Optional.ofNullable(System.getenv("CSMS_DATABASE_PASSWORD"))
                            .orElse(databasePassword);
            options = options.on(new CsmsOptions.Database(database, databaseUser, password));
        }
        if (tlsChain != null && tlsKey != null) {
            options =
                    options.with(
                            new CsmsOptions.Tls(
                                    CertificateChain.ofPem(Files.readString(tlsChain)),
                                    SoftwareKey.ofPkcs8(
                                            Pem.blocks(Pem.PRIVATE_KEY, Files.readString(tlsKey))
                                                    .getFirst())));
        } else if (tlsChain != null || tlsKey != null) {
            throw new IllegalArgumentException("--tls-chain and --tls-key belong together");
        }
        TrustAnchors roots = TrustAnchors.none();
        for (Path file : moRoots) {
            for (var der : Pem.certificates(Files.readString(file))) {
                roots = roots.withMoRoots(Certificate.parse(der));
            }
        }
        options = options.trusting(roots);
        if (pkiCa != null) {
            options = options.with(new HttpPkiCa(pkiCa, pkiCaToken));
        }
        if (contractPool != null) {
            options = options.with(new HttpContractPool(contractPool, contractPoolToken));
        }
        return adminToken.isEmpty() ? options : options.withAdminToken(adminToken);
    }
}
