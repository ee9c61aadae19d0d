package org.plugcharge.certs.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.log.Frontier;
import org.plugcharge.certs.log.LogEntry;
import org.plugcharge.certs.log.LogFollower;
import org.plugcharge.exi.Bytes;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The command {@code log verify} of {@code v2g} and {@code pki-ca}: a monitor of the log, for
 * anybody outside. Needs Jackson beside the other dependencies of this library.
 */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Looks at the log of a CA from outside.",
        subcommands = CommandLine.HelpCommand.class)
public final class LogCommand {

    /** The log is not what it was, or a certificate is not in it. */
    static final int WRONG = 1;

    /** The log cannot be asked. */
    static final int NO_ANSWER = 3;

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Follows the log of the CA at URL: checks the signature of its head, computes the"
                        + " root from all entries,",
                "and compares it with what was seen before. With --certificate it checks that those"
                        + " are in the log."
            },
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {
                "0:the log only grew, and every certificate is in it",
                "1:the log is inconsistent, or a certificate is not in it",
                "2:wrong arguments",
                "3:the log or a file cannot be read"
            })
    int verify(
            @Parameters(paramLabel = "URL", description = "the CA, as in http://127.0.0.1:8080")
                    URI ca,
            @Option(
                            names = "--state",
                            paramLabel = "FILE",
                            description =
                                    "what was seen is kept here for the next run; without it"
                                            + " every run begins at the first entry")
                    @Nullable Path state,
            @Option(
                            names = "--key",
                            paramLabel = "HEX",
                            description =
                                    "the log's public key (SubjectPublicKeyInfo); without it the"
                                            + " first one seen is believed")
                    @Nullable String key,
            @Option(
                            names = "--certificate",
                            paramLabel = "FILE",
                            description = "PEM; all certificates in it must be in the log")
                    @Nullable List<Path> certificates,
            @Option(
                            names = "--every",
                            paramLabel = "DURATION",
                            description =
                                    "goes on, looking again after this time (as in PT1M), until"
                                            + " something is wrong")
                    @Nullable Duration every)
            throws InterruptedException {
        try (LogMonitor monitor = new LogMonitor(ca)) {
            LogMonitor.Seen seen =
                    pinned(state == null ? LogMonitor.Seen.NOTHING : read(state), key);
            List<Bytes> wanted = certificates == null ? List.of() : all(certificates);
            do {
                seen = look(monitor, seen, wanted, state);
                if (every != null) {
                    Thread.sleep(every);
                }
            } while (every != null);
            return CommandLine.ExitCode.OK;
        } catch (LogMonitor.WrongLogException e) {
            return tell("WRONG: " + e.getMessage(), WRONG);
        } catch (IOException | IllegalArgumentException e) {
            return tell(
                    "log verify: "
                            + (e.getMessage() == null
                                    ? e.getClass().getSimpleName()
                                            + ", is there a CA at "
                                            + ca
                                            + "?"
                                    : e.getMessage()),
                    NO_ANSWER);
        }
    }

    @Spec private @Nullable CommandSpec spec;

    private LogMonitor.Seen look(
            LogMonitor monitor,
            LogMonitor.Seen before,
            List<Bytes> certificates,
            @Nullable Path state)
            throws IOException, InterruptedException, LogMonitor.WrongLogException {
        LogMonitor.Seen seen = monitor.follow(before);
        Frontier tree = seen.follower().seen();
        tell(
                "consistent: %d entries, %d new, head of %s, root %s"
                        .formatted(
                                tree.size(),
                                tree.size() - before.follower().seen().size(),
                                Instant.ofEpochMilli(seen.follower().seenAt()),
                                tree.root().toHex()),
                CommandLine.ExitCode.OK);
        for (Bytes certificate : certificates) {
            long index = monitor.find(certificate, seen.follower());
            tell(
                    "in the log: %s is entry %d"
                            .formatted(LogEntry.fingerprint(certificate).toHex(), index),
                    CommandLine.ExitCode.OK);
        }
        if (state != null) {
            write(state, seen);
        }
        return seen;
    }

    private static LogMonitor.Seen pinned(LogMonitor.Seen seen, @Nullable String key) {
        return key == null
                ? seen
                : new LogMonitor.Seen(seen.follower(), Optional.of(Bytes.fromHex(key)));
    }

    private static List<Bytes> all(List<Path> files) throws IOException {
        List<Bytes> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(Pem.certificates(Files.readString(file)));
        }
        return found;
    }

    /** Size, time and key, each in a line; then the subtrees of the right edge. */
    private static LogMonitor.Seen read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return LogMonitor.Seen.NOTHING;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            throw new IOException(file + ": expected what an earlier run has written");
        }
        try {
            List<Bytes> subtrees =
                    lines.subList(3, lines.size()).stream().map(Bytes::fromHex).toList();
            Frontier tree = new Frontier(Long.parseLong(lines.get(0)), subtrees);
            return new LogMonitor.Seen(
                    new LogFollower(tree, Long.parseLong(lines.get(1))),
                    Optional.of(Bytes.fromHex(lines.get(2))));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": expected what an earlier run has written", e);
        }
    }

    private static void write(Path file, LogMonitor.Seen seen) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Long.toString(seen.follower().seen().size()));
        lines.add(Long.toString(seen.follower().seenAt()));
        lines.add(seen.key().orElseThrow().toHex());
        seen.follower().seen().subtrees().forEach(hash -> lines.add(hash.toHex()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private int tell(String text, int status) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        var out = status == CommandLine.ExitCode.OK ? line.getOut() : line.getErr();
        out.println(text);
        out.flush();
        return status;
    }
}
