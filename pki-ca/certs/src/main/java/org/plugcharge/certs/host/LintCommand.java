package org.plugcharge.certs.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Edition;
import org.plugcharge.certs.Iso20Profile;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.LintOutput;
import org.plugcharge.certs.LintReport;
import org.plugcharge.certs.LintRule;
import org.plugcharge.certs.Linter;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Pem;
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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The command {@code lint} of {@code v2gpki} and {@code v2g}. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong with the certificates in FILE: a chain as PEM, leaf first, or one"
                    + " certificate as DER.",
            "Rules are those of RFC 5280, ISO 15118-2, ISO 15118-20, Hubject and this house;"
                    + " issuers are looked for in FILE.",
            "Each certificate is judged by the profile that fits it best, unless --as says"
                    + " otherwise.",
            "Revocation and trust are not looked at.",
            "Status 0: no error (there may be warnings); 1: errors, or FILE cannot be read; 2:"
                    + " wrong use."
        })
public final class LintCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "PEM or DER files; none with --rules")
    private Path @Nullable [] files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json or sarif")
    private LintOutput format = LintOutput.TEXT;

    @Option(
            names = "--as",
            paramLabel = "PROFILE",
            description =
                    "what the first certificate is, as in iso2.contract-leaf,"
                            + " iso20-p521.vehicle-leaf, lab.secc-leaf")
    private @Nullable String profile;

    @Option(names = "--lab", description = "P-256 certificates are of the lab profile of -20")
    private boolean lab;

    @Option(names = "--rules", description = "lists all rules and does nothing else")
    private boolean rules;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (rules) {
            Linter.RULES.forEach(rule -> line.getOut().print(describe(rule)));
            line.getOut().flush();
            return CommandLine.ExitCode.OK;
        }
        if (files == null || files.length == 0) {
            throw new CommandLine.ParameterException(line, "Missing required parameter: FILE");
        }
        Optional<CertificateProfile> leaf = profile(line);
        boolean failed = false;
        for (Path file : files) {
            failed |= !lint(file, leaf, line.getOut(), line.getErr());
        }
        return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private boolean lint(
            Path file, Optional<CertificateProfile> leaf, PrintWriter out, PrintWriter err) {
        try {
            List<LintReport> reports =
                    Linter.lint(certificates(file), lab ? Edition.LAB : Edition.ISO2, leaf);
            out.print(format.of(file.toString(), reports));
            out.flush();
            return reports.stream().noneMatch(LintReport::hasErrors);
        } catch (NoSuchFileException e) {
            err.println(name() + ": no file " + file);
        } catch (IOException | MalformedCertificateException e) {
            err.println(name() + ": " + file + ": " + e.getMessage());
        }
        err.flush();
        return false;
    }

    /** Of the command that this one belongs to. */
    private String name() {
        return Objects.requireNonNull(spec).root().name();
    }

    private static List<Bytes> certificates(Path file) throws IOException {
        Bytes octets = Bytes.owning(PkiFolder.read(file));
        String text = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN")) {
            return List.of(octets);
        }
        List<Bytes> certificates = Pem.certificates(text);
        if (certificates.isEmpty()) {
            throw new IOException("no CERTIFICATE in the PEM text");
        }
        return certificates;
    }

    private Optional<CertificateProfile> profile(CommandLine line) {
        if (profile == null) {
            return Optional.empty();
        }
        String id = profile;
        Optional<CertificateProfile> found =
                Iso2Profile.byId(id)
                        .map(Iso2Profile::profile)
                        .or(() ->
                                Iso20Profile.byId(id).stream()
                                        .flatMap(role ->
                                                Arrays.stream(KeyType.values()).map(role::profile))
                                        .filter(one -> one.id().equals(id))
                                        .findFirst());
        if (found.isEmpty()) {
            throw new CommandLine.ParameterException(
                    line, "no profile " + id + ": expected one as in iso2.contract-leaf");
        }
        return found;
    }

    private static String describe(LintRule rule) {
        return "%-42s %-7s %s%n".formatted(rule.id(), rule.severity(), rule.citation());
    }
}
