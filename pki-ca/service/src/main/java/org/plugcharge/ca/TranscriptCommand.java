package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.VerificationKey;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code pki-ca verify-transcript FILE}. */
@Command(
        name = "verify-transcript",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a transcript of ceremonies (GET /api/v1/transcript) without the service: every"
                    + " number,",
            "hash and signature, and that each act was approved as the house needs it before it was"
                    + " performed.",
            "Status 0 whole, 1 broken, 2 wrong use."
        })
final class TranscriptCommand implements Callable<Integer> {

    private static final long MAX_OCTETS = 100_000_000;

    @Parameters(paramLabel = "FILE", description = "JSON lines")
    private Path file = Path.of("");

    @Option(
            names = "--approvers",
            paramLabel = "FILE",
            description =
                    "who may have approved, as for the service; without it those the transcript"
                            + " names")
    private @Nullable Path approvers;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "PEM of the key that signs the lines; without it the one in the first line")
    private @Nullable Path key;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
        try {
            if (Files.size(file) > MAX_OCTETS) {
                throw new IOException(file + " is longer than " + MAX_OCTETS + " octets");
            }
            List<String> lines =
                    Files.readAllLines(file).stream().filter(text -> !text.isBlank()).toList();
            List<String> told = TranscriptCheck.verify(lines, signer(), expected());
            told.forEach(line.getOut()::println);
            line.getOut().println(lines.size() + " lines, whole" + trust());
            line.getOut().flush();
            return CommandLine.ExitCode.OK;
        } catch (TranscriptCheck.BrokenException | IOException | IllegalArgumentException e) {
            line.getErr().println("pki-ca: " + file + ": " + e.getMessage());
            line.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private String trust() {
        return key == null || approvers == null
                ? "; believed itself: "
                        + (key == null ? "its key " : "")
                        + (approvers == null ? "its approvers" : "")
                : "";
    }

    private Optional<VerificationKey> signer() throws IOException {
        return key == null
                ? Optional.empty()
                : Pem.blocks("PUBLIC KEY", Files.readString(key)).stream()
                        .findFirst()
                        .map(VerificationKey::of);
    }

    private Optional<Map<String, VerificationKey>> expected() throws IOException {
        return approvers == null
                ? Optional.empty()
                : Optional.of(AccessOptions.approvers(approvers));
    }
}
