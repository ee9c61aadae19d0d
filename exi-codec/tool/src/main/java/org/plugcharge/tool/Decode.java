package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code v2g decode}. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Shows an EXI message as JSON or XML.",
        footer = {
            "",
            "A V2GTP header (01FE...) before the message is taken off. The message set is found out"
                    + " unless it is given;",
            "if several fit, all are named on standard error and the first is shown. Values that"
                    + " break the schema's facets",
            "are shown too, and named on standard error.",
        })
final class Decode implements Callable<Integer> {

    private enum Form {
        JSON,
        XML
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
            names = "--set",
            converter = SetConverter.class,
            description = "Message set: app, iso2, din or xmldsig.")
    private @Nullable MessageSet set;

    @Option(
            names = "--kind",
            description = "${COMPLETION-CANDIDATES}: a whole message, or one signed element.")
    private @Nullable Kind kind;

    @Option(
            names = "--from",
            description =
                    "How the input is written: ${COMPLETION-CANDIDATES}; found out if left out.")
    private @Nullable Notation from;

    @Option(
            names = "--as",
            defaultValue = "JSON",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Form as = Form.JSON;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it");
        }
        PrintWriter err = spec.commandLine().getErr();
        Bytes octets = withoutHeader(Notation.read(Input.read(message), from));
        List<Reading> readings = Reading.all(octets, set, kind);
        Reading reading = readings.getFirst();
        if (readings.size() > 1) {
            err.println(
                    "v2g decode: ambiguous, it can be read as "
                            + readings
                            + "; shown is the first, choose by --set and --kind");
        }
        reading.brokenFacets()
                .forEach(problem -> err.println("v2g decode: breaks the schema: " + problem));
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                as == Form.JSON
                        ? MessageText.json(MessageText.of(reading.root()), true) + "\n"
                        : MessageText.xml(reading.root()));
        out.flush();
        return 0;
    }

    private static Bytes withoutHeader(Bytes octets) {
        boolean framed =
                octets.length() >= V2gtpFrame.HEADER_LENGTH
                        && octets.at(0) == 1
                        && octets.at(1) == (byte) 0xFE;
        if (!framed) {
            return octets;
        }
        V2gtpFrame frame = V2gtpFrame.ofDatagram(octets);
        if (frame.type() != PayloadType.EXI_MESSAGE) {
            throw new InputException(
                    "expected a frame with a message of payload type 0x8001, found "
                            + frame.type());
        }
        return frame.payload();
    }
}
