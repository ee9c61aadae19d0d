package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.V2gPki;
import org.plugcharge.certs.host.LogCommand;
import org.springframework.boot.web.server.PortInUseException;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The command {@code pki-ca}: runs the certificate authority until it is told to stop. */
@Command(
        name = "pki-ca",
        mixinStandardHelpOptions = true,
        subcommands = LogCommand.class,
        version = "pki-ca 0.1.0",
        description = {
            "Certificate authority for ISO 15118-2 and -20: makes a complete PKI at the first"
                    + " start, enrols CSRs, revokes,",
            "and answers OCSP. Stop it with Ctrl-C."
        })
final class PkiCaCommand implements Callable<Integer> {

    private static final AtomicBoolean RUNNING = new AtomicBoolean();
    private static final int TOKEN_OCTETS = 24;

    @Option(
            names = {"--address", "--server.address"},
            defaultValue = "127.0.0.1",
            description = "default 127.0.0.1")
    private String address = "127.0.0.1";

    @Option(
            names = {"--port", "--server.port"},
            defaultValue = "8080",
            description = "default 8080; 0 takes a free one")
    private int port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "how others reach this service; in certificates")
    private @Nullable String publicUrl;

    @Option(
            names = {"--database", "--spring.datasource.url"},
            paramLabel = "JDBC-URL",
            description = "a PostgreSQL database; without it an embedded one is started")
    private @Nullable String database;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "keep the embedded database and the key-encryption key here; without it all"
                            + " ends with the process")
    private @Nullable Path data;

    @Option(
            names = "--clients",
            paramLabel = "FILE",
            description =
                    "one client a line: NAME TOKEN ROLE[,ROLE] [SCOPE[,SCOPE]]; TOKEN may be"
                        + " sha256: and the fingerprint of a TLS certificate; roles ADMIN,"
                        + " STATION_OPERATOR, MOBILITY_OPERATOR, AUTOMAKER, PROVISIONING_SERVICE;"
                        + " scopes operator:DE*PNC, provider:DEPNC, wmi:WPC, or the beginning of"
                        + " any name; without the file an administrator's token is made and"
                        + " printed")
    private @Nullable Path clients;

    @Option(
            names = "--ocsp-validity",
            defaultValue = "PT1H",
            description = "how long an answer may be used; default PT1H")
    private Duration ocspValidity = Duration.ofHours(1);

    @Option(
            names = "--organization",
            defaultValue = "plugcharge",
            description = "what the CAs are called that are made here; default plugcharge")
    private String organization = "plugcharge";

    @ArgGroup(exclusive = false, heading = "%nWhere private keys live%n")
    private KeyOptions keys = new KeyOptions();

    @ArgGroup(exclusive = false, heading = "%nWho may come in, and who has to agree%n")
    private AccessOptions access = new AccessOptions();

    @Spec private @Nullable CommandSpec spec;

    static CommandLine commandLine() {
        return commandLine(System.getenv());
    }

    /** The same with other environment variables than the process's own. */
    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine line =
                new CommandLine(new PkiCaCommand())
                        .addSubcommand("init", new V2gPki.New())
                        .addSubcommand(new TranscriptCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true);
        return EnvironmentDefaults.in(line, environment);
    }

    /** Whether a CA was started by this process and not stopped. */
    static boolean isRunning() {
        return RUNNING.get();
    }

    @Override
    public Integer call() {
        CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
        try {
            String token = token();
            PkiCaOptions options = options(token);
            PkiCa ca = PkiCa.start(options);
            RUNNING.set(true);
            Runtime.getRuntime().addShutdownHook(new Thread(ca::close, "pki-ca-stop"));
            tell(line.getOut(), ca, token);
            return CommandLine.ExitCode.OK;
        } catch (IOException | RuntimeException e) {
            line.getErr().println("pki-ca: " + cause(e));
            line.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private PkiCaOptions options(String token) throws IOException {
        List<PkiCaOptions.Grant> grants =
                clients == null
                        ? List.of(
                                new PkiCaOptions.Grant(
                                        token, new Client("admin", Set.of(Role.ADMIN), Set.of())))
                        : grants(clients);
        return new PkiCaOptions(
                new PkiCaOptions.Listening(
                        address, port, Optional.ofNullable(publicUrl), access.tls()),
                new PkiCaOptions.Storage(
                        Optional.ofNullable(database), Optional.ofNullable(data), keyPlace()),
                new PkiCaOptions.Access(grants, access.tokenIssuer(), access.approval()),
                new PkiCaOptions.Issuing(organization, ocspValidity, InstantSource.system()));
    }

    /** Where the private keys shall live, as the options say. */
    KeyPlace keyPlace() throws IOException {
        return keys.place();
    }

    private static List<PkiCaOptions.Grant> grants(Path file) throws IOException {
        List<PkiCaOptions.Grant> grants = new ArrayList<>();
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            if (!text.isBlank() && !text.startsWith("#")) {
                grants.add(grant(text.strip().split("\\s+"), file + " line " + number));
            }
        }
        return grants;
    }

    private static PkiCaOptions.Grant grant(String[] words, String where) {
        if (words.length < 3 || words.length > 4) {
            throw new IllegalArgumentException(
                    where + ": expected NAME TOKEN ROLE[,ROLE] [SCOPE[,SCOPE]]");
        }
        try {
            Set<Role> roles =
                    Arrays.stream(words[2].split(","))
                            .map(Role::valueOf)
                            .collect(Collectors.toSet());
            Set<String> scopes = words.length == 4 ? Set.of(words[3].split(",")) : Set.of();
            return new PkiCaOptions.Grant(words[1], new Client(words[0], roles, scopes));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private String token() {
        byte[] octets = new byte[TOKEN_OCTETS];
        new SecureRandom().nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private void tell(PrintWriter out, PkiCa ca, String token) {
        out.println("pki-ca listens on " + ca.uri() + ", OCSP on " + ca.uri() + "/ocsp");
        ca.tlsUri().ifPresent(uri -> out.println("and with TLS on " + uri));
        ca.roots().forEach((id, root) -> out.printf("%-22s %s%n", id, root.fingerprint().toHex()));
        if (ca.roots().isEmpty()) {
            out.println("there is no CA yet: propose a ceremony, POST /api/v1/ceremonies");
        }
        if (clients == null) {
            out.println("administrator's token: " + token);
        }
        if (database != null && data == null && keys.endWithTheProcess()) {
            out.println(
                    "without --kek the keys in this database cannot be opened again after this"
                            + " process");
        }
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
