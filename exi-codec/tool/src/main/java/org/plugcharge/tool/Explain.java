package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.capture.CaptureException;
import org.plugcharge.tool.capture.CaptureReader;
import org.plugcharge.tool.capture.Packet;
import org.plugcharge.tool.explain.Explainer;
import org.plugcharge.tool.explain.LogLine;
import org.plugcharge.tool.tls.KeyLog;
import org.plugcharge.tool.transcript.HtmlTranscript;
import org.plugcharge.tool.transcript.JsonTranscript;
import org.plugcharge.tool.transcript.TextTranscript;
import org.plugcharge.tool.transcript.TextTranscript.Extent;
import org.plugcharge.tool.transcript.Transcript;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code v2g explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a readable transcript of a charging session from a capture or a log.",
        footer = {
            "",
            "The input is a pcap or pcapng file (Ethernet with VLANs, Linux cooked, loopback, raw"
                + " IP), or a log in whose lines frames stand in hex. The transcript has matching"
                + " on the power line (SLAC), discovery (SDP), TLS and the messages of DIN SPEC"
                + " 70121, ISO 15118-2 and -20: who sent what, how the station answered and how"
                + " fast, and which rule of the standards was broken at which message.",
            "",
            "TLS is opened with the secrets of a key log: in the capture (editcap --inject-secrets"
                + " tls,FILE), or by --keylog. TLS 1.2 with AES-CBC, AES-GCM or ChaCha20 and TLS"
                + " 1.3 can be opened.",
            "",
            "In the text !! marks a broken rule, ~ what is slower than it should be, * what a"
                + " reader should know. Repeated exchanges are folded unless --all or --verbose is"
                + " given. Keys of the power line's network are never shown.",
            "",
            "Status: 0 no rule was found broken, 1 the input is wrong or could not be read to its"
                    + " end (what could be read is shown), 2 wrong use, 3 a rule was broken.",
            "",
            "Examples:",
            "  v2g explain session.pcapng",
            "  v2g explain --keylog keys.log --as html --out session.html session.pcap",
            "  journalctl -u charger | v2g explain -"
        })
final class Explain implements Callable<Integer> {

    private static final int RULE_BROKEN = 3;
    private static final int BUFFER = 1 << 16;
    private static final long LONG_WORK = 50_000_000;

    private enum Form {
        TEXT,
        JSONL,
        HTML
    }

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The capture or log; standard input if left out or -.")
    private @Nullable String file;

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description = "TLS secrets, one a line as NSS writes them; may be given several times.")
    private List<Path> keyLogs = List.of();

    @Option(
            names = "--as",
            defaultValue = "TEXT",
            description =
                    "${COMPLETION-CANDIDATES}: for people, for programs (one JSON object a line),"
                            + " one page to pass on; default ${DEFAULT-VALUE}.")
    private Form as = Form.TEXT;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    private @Nullable Path outFile;

    @Option(names = "--all", description = "Show every message of a loop.")
    private boolean all;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every message with all that is in it.")
    private boolean verbose;

    @Option(
            names = "--progress",
            description =
                    "Say on standard error how far it is; without it only for files of more than"
                            + " 50 MB on a terminal.")
    private boolean progress;

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it");
        }
        PrintWriter err = spec.commandLine().getErr();
        KeyLog keys = keys();
        try (Source source = Source.open(file)) {
            boolean capture = CaptureReader.recognizes(source.start());
            PrintWriter out =
                    outFile == null
                            ? spec.commandLine().getOut()
                            : new PrintWriter(
                                    Files.newBufferedWriter(outFile, StandardCharsets.UTF_8));
            try {
                Transcript transcript = transcript(out, capture ? "packet" : "line");
                Explainer explainer = new Explainer(keys, transcript::entry);
                Progress told = new Progress(err, source, progress || isLong(source));
                String problem =
                        capture
                                ? packets(source, keys, explainer, told)
                                : lines(source, explainer, told);
                explainer.finish();
                told.done();
                transcript.end(explainer.totals(), problem);
                if (problem != null) {
                    err.println("v2g explain: " + problem);
                    err.flush();
                    return 1;
                }
                return explainer.totals().broken() ? RULE_BROKEN : 0;
            } finally {
                if (outFile != null) {
                    out.close();
                }
            }
        }
    }

    private static boolean isLong(Source source) {
        return source.size() > LONG_WORK
                && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private KeyLog keys() throws IOException {
        KeyLog keys = new KeyLog();
        for (Path path : keyLogs) {
            if (!Files.isRegularFile(path)) {
                throw new InputException("expected a key log, found no file " + path);
            }
            keys.add(Files.readString(path, StandardCharsets.ISO_8859_1));
        }
        if (file != null && !file.equals("-") && Files.isRegularFile(Path.of(file))) {
            embedded(Path.of(file)).forEach(keys::add);
        }
        return keys;
    }

    /** Secrets may stand behind the packets they are for. */
    private static List<String> embedded(Path capture) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(capture), BUFFER)) {
            CaptureReader reader = CaptureReader.open(in);
            try {
                while (reader.next() != null) {
                    // Only the secrets are wanted.
                }
            } catch (CaptureException _) {
                // Said when the packets are read.
            }
            return reader.secrets();
        } catch (CaptureException _) {
            return List.of();
        }
    }

    private Transcript transcript(PrintWriter out, String unit) {
        return switch (as) {
            case TEXT ->
                    new TextTranscript(
                            out,
                            verbose
                                    ? Extent.EVERYTHING
                                    : all ? Extent.EVERY_MESSAGE : Extent.FOLDED,
                            unit);
            case JSONL -> new JsonTranscript(out);
            case HTML -> new HtmlTranscript(out, title(), unit);
        };
    }

    private String title() {
        Path name = file == null || file.equals("-") ? null : Path.of(file).getFileName();
        return name == null ? "standard input" : name.toString();
    }

    /** Explains the packets; why it stopped before the end, if it did. */
    private static @Nullable String packets(
            Source source, KeyLog keys, Explainer explainer, Progress progress) throws IOException {
        try {
            CaptureReader reader = CaptureReader.open(source.in());
            int secrets = 0;
            for (Packet packet = reader.next(); packet != null; packet = reader.next()) {
                List<String> known = reader.secrets();
                for (; secrets < known.size(); secrets++) {
                    keys.add(known.get(secrets));
                }
                explainer.take(packet);
                progress.step();
            }
            return null;
        } catch (CaptureException e) {
            return e.getMessage();
        }
    }

    private static @Nullable String lines(Source source, Explainer explainer, Progress progress)
            throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(source.in(), StandardCharsets.ISO_8859_1));
        long number = 0;
        boolean any = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            explainer.passOver();
            for (Explainer.LogFrame frame : LogLine.frames(number, line)) {
                explainer.take(frame);
                any = true;
            }
            progress.step();
        }
        return any
                ? null
                : "expected a capture (pcap, pcapng) or a log with frames in hex (01FE...), found "
                        + number
                        + " lines without any";
    }
}
