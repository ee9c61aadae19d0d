package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.text.MessageTextException;
import org.plugcharge.v2g.text.XmlTree;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code v2g encode}. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = "Makes an EXI message from JSON or XML, in the form that decode shows.",
        footer = {
            "",
            "The input is XML if it begins with <, else JSON: one object with the root element's"
                    + " name, such as",
            "{\"V2G_Message\": {\"Header\": {\"SessionID\": \"00\"}, \"Body\": {\"SessionStopReq\":"
                    + " {...}}}}.",
            "Unknown and missing fields and values outside the schema are refused with their"
                    + " place.",
        })
final class Encode implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            description = "A file, or the text itself; standard input if left out or -.")
    private @Nullable String text;

    @Option(
            names = "--set",
            converter = SetConverter.class,
            description = "Message set: app, iso2, din or xmldsig.")
    private @Nullable MessageSet set;

    @Option(
            names = "--kind",
            defaultValue = "DOCUMENT",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Kind kind = Kind.DOCUMENT;

    @Option(
            names = "--as",
            defaultValue = "HEX",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Notation as = Notation.HEX;

    @Option(names = "--v2gtp", description = "Put the eight octets of V2GTP before the message.")
    private boolean framed;

    @Override
    public Integer call() {
        Map.Entry<String, Object> root =
                parse(new String(Input.read(text), StandardCharsets.UTF_8).strip());
        List<MessageSet> fitting = new ArrayList<>();
        for (MessageSet one : set == null ? List.of(MessageSet.values()) : List.of(set)) {
            if (kind.typeOf(one, root.getKey()) != void.class) {
                fitting.add(one);
            }
        }
        if (fitting.isEmpty()) {
            throw new InputException(
                    "expected a root element of "
                            + (set == null ? "some message set" : set.label())
                            + ", found "
                            + root.getKey());
        }
        Bytes octets = encode(fitting, root);
        byte[] written =
                as.write(
                        framed ? new V2gtpFrame(PayloadType.EXI_MESSAGE, octets).encode() : octets);
        if (as == Notation.BINARY) {
            System.out.write(written, 0, written.length);
            System.out.flush();
        } else if (spec != null) {
            spec.commandLine().getOut().print(new String(written, StandardCharsets.US_ASCII));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    /** In the one set that can hold the message: several have a root element of this name. */
    private Bytes encode(List<MessageSet> fitting, Map.Entry<String, Object> root) {
        Map<MessageSet, Bytes> written = new EnumMap<>(MessageSet.class);
        RuntimeException first = null;
        for (MessageSet one : fitting) {
            try {
                written.put(one, encode(one, root));
            } catch (InputException | MessageTextException e) {
                first = first == null ? e : first;
            }
        }
        if (written.isEmpty() && first != null) {
            throw first;
        }
        if (written.size() > 1) {
            throw new InputException(
                    root.getKey()
                            + " fits several message sets, choose by --set: "
                            + written.keySet().stream().map(MessageSet::label).toList());
        }
        return written.values().iterator().next();
    }

    private Bytes encode(MessageSet chosen, Map.Entry<String, Object> root) {
        Object value =
                MessageText.read(
                        chosen, kind.typeOf(chosen, root.getKey()), root.getValue(), root.getKey());
        BitWriter out = new BitWriter();
        try {
            kind.encode(chosen, out, new NamedValue(root.getKey(), value));
        } catch (ExiException e) {
            throw new InputException(e.path() + ": " + e.problem());
        }
        return out.toBytes();
    }

    private static Map.Entry<String, Object> parse(String input) {
        if (input.startsWith("<")) {
            return XmlTree.parse(input).entrySet().iterator().next();
        }
        try {
            Map<?, ?> tree = JSON.readValue(input, Map.class);
            if (tree.size() != 1) {
                throw new InputException(
                        "expected an object with one field, the root element, found "
                                + tree.keySet());
            }
            Map.Entry<?, ?> only = tree.entrySet().iterator().next();
            if (only.getValue() == null) {
                throw new InputException(
                        "expected the content of " + only.getKey() + ", found null");
            }
            return Map.entry(String.valueOf(only.getKey()), only.getValue());
        } catch (JacksonException e) {
            throw new InputException("expected JSON (or XML): " + e.getOriginalMessage());
        }
    }
}
