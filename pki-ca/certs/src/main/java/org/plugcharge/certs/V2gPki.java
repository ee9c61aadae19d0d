package org.plugcharge.certs;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.host.EvilCommand;
import org.plugcharge.certs.host.LintCommand;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.exi.Bytes;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The command {@code v2gpki}: makes test PKIs, lints certificates, makes evil chains. Status 0
 * done, 1 could not be done or errors found, 2 wrong use.
 */
@Command(
        name = "v2gpki",
        mixinStandardHelpOptions = true,
        version = "v2gpki 0.1.0",
        description =
                "Makes ISO 15118 test PKIs, lints certificates, and makes chains that must be"
                        + " refused.",
        subcommands = {V2gPki.New.class, LintCommand.class, EvilCommand.class})
public final class V2gPki implements Callable<Integer> {

    private static final int SEED_OCTETS = 32;

    @Spec private @Nullable CommandSpec spec;

    private V2gPki() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new V2gPki()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** {@code v2gpki new DIR}. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Writes a complete test PKI of ISO 15118-2 and -20 into DIR, which must be empty or"
                        + " not exist:",
                "V2G, MO and OEM roots with their sub-CAs, one station, one contract, one vehicle,"
                        + " one CPS,",
                "an operator's root with one TLS server, and an OCSP signer for each CA.",
                "DIR/iso15118_2: P-256, in the layout the PyPI package iso15118 reads"
                        + " (PKI_PATH=DIR).",
                "DIR/iso15118_20/p521 and /ed448: the two suites of -20, with the vehicle's TLS"
                        + " client certificate.",
                "DIR/lab/iso15118_2: -20 with P-256, for peers that still have it"
                        + " (PKI_PATH=DIR/lab).",
                "Every certificate says by the policy " + TestPki.TEST_POLICY,
                "that it was made for tests.",
                "For laboratories only: the password of all keys is " + PkiFolder.PASSWORD + "."
            })
    public static final class New implements Callable<Integer> {

        /** For picocli. */
        public New() {}

        @Parameters(paramLabel = "DIR", description = "where to write; must be empty or not exist")
        private Path directory = Path.of(".");

        @Option(
                names = "--seed",
                paramLabel = "TEXT",
                description =
                        "the same text, --at and options give the same octets; without it the keys"
                                + " are random")
        private @Nullable String seed;

        @Option(
                names = "--at",
                paramLabel = "INSTANT",
                description = "start of validity, as in 2026-11-21T00:00:00Z; without it now")
        private @Nullable Instant at;

        @Option(names = "--emaid", paramLabel = "EMAID", description = "the contract's eMAID")
        private @Nullable String emaid;

        @Option(names = "--pcid", paramLabel = "PCID", description = "the vehicle's PCID")
        private @Nullable String pcid;

        @Option(
                names = "--ocsp",
                paramLabel = "URL",
                description =
                        "where certificates say their status can be asked; default "
                                + TestPki.DEFAULT_OCSP_URL
                                + ", where nothing answers")
        private String ocspUrl = TestPki.DEFAULT_OCSP_URL;

        @Spec private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
            try {
                List<PkiFolder.Written> written =
                        PkiFolder.writeAll(directory, TestPki.create(options()));
                table(line.getOut(), written);
                return CommandLine.ExitCode.OK;
            } catch (FileAlreadyExistsException e) {
                return failed(
                        line,
                        directory + " is not empty: name another directory, nothing was written");
            } catch (FileSystemException e) {
                return failed(
                        line, "cannot write " + e.getFile() + ": " + e.getClass().getSimpleName());
            } catch (IOException | IllegalArgumentException e) {
                return failed(line, String.valueOf(e.getMessage()));
            }
        }

        private TestPki.Options options() {
            Bytes seedOctets =
                    seed == null
                            ? Entropy.system(new SecureRandom()).next(SEED_OCTETS)
                            : Bytes.of(seed.getBytes(StandardCharsets.UTF_8));
            TestPki.Options standard =
                    TestPki.Options.of(seedOctets, at == null ? Instant.now() : at)
                            .statusAt(ocspUrl);
            return standard.forCar(
                    emaid == null ? standard.emaid() : Emaid.parse(emaid),
                    pcid == null ? standard.pcid() : Pcid.parse(pcid));
        }

        private void table(PrintWriter out, List<PkiFolder.Written> written) throws IOException {
            out.printf("%-58s %-12s %s%n", "certificate", "valid until", "octets");
            for (PkiFolder.Written file : written) {
                if (file.file().toString().endsWith(".der")) {
                    Certificate certificate =
                            Certificate.parse(
                                    Bytes.owning(java.nio.file.Files.readAllBytes(file.file())));
                    out.printf(
                            "%-58s %-12s %d%n",
                            directory.relativize(file.file()),
                            DateTimeFormatter.ISO_LOCAL_DATE.format(
                                    certificate.fields().notAfter().atOffset(ZoneOffset.UTC)),
                            certificate.der().length());
                }
            }
            long keys =
                    written.stream()
                            .filter(file -> file.file().toString().endsWith(".key"))
                            .count();
            out.printf(
                    "%nand the same as PEM, %d private keys (password %s) and the chains, in %s%n",
                    keys, PkiFolder.PASSWORD, directory);
            out.flush();
        }

        private static int failed(CommandLine line, String why) {
            line.getErr().println(line.getCommandSpec().root().name() + ": " + why);
            line.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
