package org.plugcharge.pool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.pool.authority.HttpAuthority;
import org.plugcharge.pool.authority.HttpStatusSource;
import org.plugcharge.pool.authority.StatusSource;
import org.plugcharge.pool.rest.Grant;
import org.plugcharge.pool.rest.Role;
import org.plugcharge.pool.store.RootKind;
import org.springframework.boot.web.server.PortInUseException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** The command {@code contract-pool}: runs the pool until it is told to stop. */
@Command(
        name = "contract-pool",
        mixinStandardHelpOptions = true,
        version = "contract-pool 0.1.0",
        description = {
            "Contract pool for ISO 15118-2 Plug & Charge: automakers register vehicles, mobility"
                    + " providers order contracts, charge point operators ask for certificate"
                    + " installations. Needs a running pki-ca.",
            "Stop it with Ctrl-C."
        })
final class PoolCommand implements Callable<Integer> {

    private static final int TOKEN_OCTETS = 24;

    @Option(
            names = "--ca",
            required = true,
            paramLabel = "URL",
            description = "pki-ca, for example http://127.0.0.1:8080")
    private @Nullable URI authority;

    @Option(
            names = "--ca-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:PLUGCHARGE_CA_TOKEN}",
            description = "our token there; also taken from the environment, PLUGCHARGE_CA_TOKEN")
    private @Nullable String authorityToken;

    @Option(
            names = "--root",
            paramLabel = "KIND=FILE",
            description =
                    "a root to trust, V2G, MO or OEM, as PEM; may be repeated; without any,"
                            + " pki-ca's own roots are taken")
    private List<String> roots = new ArrayList<>();

    @Option(
            names = "--grants",
            paramLabel = "FILE",
            description =
                    "one token a line: ROLE TOKEN [SCOPE[,SCOPE]]; roles OEM, EMSP, CPO; scopes are"
                        + " manufacturers (WPC) or providers (DEPNC); without it one token a role"
                        + " is made and printed")
    private @Nullable Path grants;

    @Option(
            names = {"--address", "--server.address"},
            defaultValue = "127.0.0.1",
            description = "default 127.0.0.1")
    private String address = "127.0.0.1";

    @Option(
            names = {"--port", "--server.port"},
            defaultValue = "8081",
            description = "default 8081; 0 takes a free one")
    private int port;

    @Option(
            names = {"--database", "--spring.datasource.url"},
            paramLabel = "JDBC-URL",
            description =
                    "a PostgreSQL database; without it an embedded one is started that is thrown"
                            + " away with the process")
    private @Nullable String database;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "keep the embedded database in this directory, for the next start; one pool at"
                            + " a time")
    private @Nullable Path data;

    @Option(
            names = "--no-ocsp",
            description = "do not ask whether vehicles' certificates are revoked")
    private boolean noOcsp;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try {
            run(line.getOut());
            return CommandLine.ExitCode.OK;
        } catch (IOException | RuntimeException e) {
            line.getErr().println("contract-pool: " + cause(e));
            line.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void run(PrintWriter out) throws IOException, InterruptedException {
        if (authorityToken == null || authorityToken.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected --ca-token, or PLUGCHARGE_CA_TOKEN in the environment");
        }
        HttpAuthority ca = new HttpAuthority(Objects.requireNonNull(authority), authorityToken);
        TrustAnchors anchors = roots.isEmpty() ? ca.roots() : anchors();
        List<Grant> given = grants == null ? made() : read(grants);
        StatusSource statuses = noOcsp ? StatusSource.NONE : new HttpStatusSource();
        ContractPool.Options options =
                new ContractPool.Options(
                        List.of(ca),
                        statuses,
                        anchors,
                        given,
                        storage(),
                        port,
                        ContractPool.OCPP_201_CHARACTERS,
                        Map.of("server.address", address));
        ContractPool pool = ContractPool.start(options);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    pool.close();
                                    stopped.countDown();
                                },
                                "contract-pool-stop"));
        tell(out, pool, anchors, grants == null ? given : List.of());
        stopped.await();
    }

    private ContractPool.Storage storage() {
        if (database != null && data != null) {
            throw new IllegalArgumentException("--database and --data exclude each other");
        }
        if (database != null) {
            return new ContractPool.Database(database);
        }
        return data == null ? new ContractPool.Temporary() : new ContractPool.Kept(data);
    }

    private TrustAnchors anchors() throws IOException {
        TrustAnchors anchors = TrustAnchors.none();
        for (String text : roots) {
            String[] words = text.split("=", 2);
            if (words.length != 2 || !Set.of("V2G", "MO", "OEM").contains(words[0])) {
                throw new IllegalArgumentException(
                        "--root: expected V2G=FILE, MO=FILE or OEM=FILE, got " + text);
            }
            Certificate root =
                    Certificate.parse(
                            CertificateChain.ofPem(Files.readString(Path.of(words[1]))).leaf());
            anchors =
                    switch (RootKind.valueOf(words[0])) {
                        case V2G -> anchors.withV2gRoots(root);
                        case MO -> anchors.withMoRoots(root);
                        case OEM -> anchors.withOemRoots(root);
                    };
        }
        return anchors;
    }

    private static List<Grant> made() {
        List<Grant> made = new ArrayList<>();
        SecureRandom random = new SecureRandom();
        for (Role role : Role.values()) {
            byte[] octets = new byte[TOKEN_OCTETS];
            random.nextBytes(octets);
            made.add(Grant.all(role, HexFormat.of().formatHex(octets)));
        }
        return made;
    }

    private static List<Grant> read(Path file) throws IOException {
        List<Grant> read = new ArrayList<>();
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            if (!text.isBlank() && !text.startsWith("#")) {
                read.add(grant(text.strip().split("\\s+"), file + " line " + number));
            }
        }
        return read;
    }

    private static Grant grant(String[] words, String where) {
        if (words.length < 2 || words.length > 3) {
            throw new IllegalArgumentException(where + ": expected ROLE TOKEN [SCOPE[,SCOPE]]");
        }
        try {
            Set<String> scope = words.length == 3 ? Set.of(words[2].split(",")) : Set.of();
            return new Grant(Role.valueOf(words[0]), words[1], scope);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static void tell(
            PrintWriter out, ContractPool pool, TrustAnchors anchors, List<Grant> made) {
        out.println("contract-pool listens on " + pool.baseUri());
        anchors.v2gRoots().forEach(root -> out.println("V2G root " + root.fingerprint()));
        anchors.moRoots().forEach(root -> out.println("MO root  " + root.fingerprint()));
        anchors.oemRoots().forEach(root -> out.println("OEM root " + root.fingerprint()));
        made.forEach(grant -> out.println("token of the " + grant.role() + ": " + grant.token()));
        out.flush();
    }

    /** The sentence that says what to do: the database's or the port's own, else the innermost. */
    private static String cause(Throwable problem) {
        Throwable best = problem;
        while (best.getCause() != null
                && !(best instanceof SQLException || best instanceof PortInUseException)) {
            best = best.getCause();
        }
        String text =
                best.getMessage() == null ? best.getClass().getSimpleName() : best.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}
