package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.ExiException;
import org.plugcharge.tool.otherengine.OtherEngineException;
import org.plugcharge.tool.trace.TraceText;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.text.MessageTextException;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.V2gtpException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code v2g decode}. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows an EXI message, or V2GTP frames, as JSON, as XML or bit by bit.",
        footer = {
            "",
            "A V2GTP header (01FE...) before the message is taken off; its payload type says which"
                + " message sets it may be in. The set is found out unless it is given; if several"
                + " fit, all are named on standard error and the first is shown. Values that break"
                + " the schema's facets are shown too, and named on standard error.",
            "",
            "--as tree has one line for each event: the bit at which it begins (counted from 0),"
                + " its width in bits, the event code, the event as EXI writes it, and below it its"
                + " value. Where the stream is wrong the tree ends with the reason.",
            "",
            "With --batch every line of the input is one frame or message, and so is every line of"
                    + " the output; a line that can't be read gives 'error: ' and the reason.",
            "",
            "Status: 0 done, 1 the input is wrong (the reason is on standard error), 2 wrong use.",
            "",
            "Examples:",
            "  v2g decode 809802000000000000000011d01808600000000000",
            "  v2g decode --as tree 01fe80010000000480400040",
            "  v2g decode --as xml --set iso2 message.exi",
            "  v2g decode --batch < frames.txt | jq -c .V2G_Message.Body"
        })
final class Decode implements Callable<Integer> {

    private enum Form {
        JSON,
        XML,
        TREE
    }

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "MESSAGE",
            description =
                    "A file, or the message itself in hex or Base64; standard input if left out or"
                            + " -.")
    private @Nullable String message;

    @Option(
            names = "--as",
            defaultValue = "JSON",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Form as = Form.JSON;

    @Mixin private SetOption set = new SetOption();

    @Option(
            names = "--kind",
            description = "${COMPLETION-CANDIDATES}: a whole message, or one signed element.")
    private @Nullable Kind kind;

    @Option(
            names = "--from",
            description =
                    "How the input is written: ${COMPLETION-CANDIDATES}; found out if left out.")
    private @Nullable Notation from;

    @Option(names = "--batch", description = "One frame or message in each line of the input.")
    private boolean batch;

    @Mixin private EngineOption chosen = new EngineOption();

    @Override
    public Integer call() throws IOException {
        if (as == Form.TREE && (batch || chosen.engine() != Engine.PLUGCHARGE)) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--as tree shows one message by our own grammars: without --batch and"
                            + " --engine");
        }
        if (batch) {
            return lines();
        }
        PrintWriter out = spec().commandLine().getOut();
        for (Frames.Payload payload : Frames.payloads(Notation.read(Input.read(message), from))) {
            show(payload, out);
            out.flush();
        }
        return 0;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it");
        }
        return spec;
    }

    private int lines() throws IOException {
        PrintWriter out = spec().commandLine().getOut();
        boolean all = true;
        try (Source source = Source.open(message);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(source.in(), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    all &= line(line, out);
                    out.flush();
                }
            }
        }
        return all ? 0 : 1;
    }

    private boolean line(String line, PrintWriter out) {
        try {
            List<Frames.Payload> payloads =
                    Frames.payloads(
                            Notation.read(line.getBytes(StandardCharsets.ISO_8859_1), from));
            if (payloads.size() > 1) {
                throw new InputException("expected one frame in a line, found " + payloads.size());
            }
            show(payloads.getFirst(), out);
            return true;
        } catch (InputException
                | ExiException
                | OtherEngineException
                | MessageTextException
                | V2gtpException e) {
            out.println("error: " + e.getMessage());
            return false;
        }
    }

    private void show(Frames.Payload payload, PrintWriter out) {
        if (payload.isDiscovery()) {
            discovery(payload, out);
            return;
        }
        if (as == Form.TREE) {
            tree(payload, out);
            return;
        }
        Reading reading = reading(payload);
        PrintWriter err = spec().commandLine().getErr();
        reading.brokenFacets()
                .forEach(problem -> err.println("v2g decode: breaks the schema: " + problem));
        err.flush();
        if (as == Form.JSON) {
            out.println(MessageText.json(MessageText.of(reading.root()), !batch));
        } else if (batch) {
            out.println(MessageText.xmlLine(reading.root()));
        } else {
            out.print(MessageText.xml(reading.root()));
        }
    }

    private Reading reading(Frames.Payload payload) {
        List<Reading> readings =
                Reading.all(chosen.engine(), payload.octets(), set.sets(payload.sets()), kind);
        Reading reading = readings.getFirst();
        if (readings.size() > 1) {
            PrintWriter err = spec().commandLine().getErr();
            err.println(
                    "v2g decode: ambiguous, it can be read as "
                            + readings
                            + "; shown is the first, choose by --set and --kind");
            err.flush();
        }
        return reading;
    }

    private void tree(Frames.Payload payload, PrintWriter out) {
        TraceText text = new TraceText(out);
        try {
            Reading reading = reading(payload);
            out.println("# " + reading);
            text.write(reading.set(), reading.kind() == Kind.FRAGMENT, payload.octets());
        } catch (ExiException | InputException e) {
            text.writeFurthest(
                    set.sets(payload.sets()),
                    kind == null ? List.of(false, true) : List.of(kind == Kind.FRAGMENT),
                    payload.octets());
            out.flush();
            throw e;
        }
    }

    private void discovery(Frames.Payload payload, PrintWriter out) {
        PayloadType type = payload.type().orElseThrow();
        Map<String, Object> tree =
                switch (type) {
                    case SDP_REQUEST -> Discovered.tree(SdpRequest.parse(payload.octets()));
                    case SDP_RESPONSE -> Discovered.tree(SdpResponse.parse(payload.octets()));
                    default -> Map.of(type.name(), payload.octets().toHex());
                };
        if (as == Form.XML) {
            throw new InputException(
                    "expected an EXI message for XML, found "
                            + type
                            + ", which is none: use --as json");
        }
        out.println(MessageText.json(tree, !batch));
    }
}
