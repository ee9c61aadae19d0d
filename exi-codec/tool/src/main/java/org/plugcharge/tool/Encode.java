package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.tool.session.MessageReader;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.text.MessageTextException;
import org.plugcharge.v2g.text.XmlTree;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "An unknown or missing field and a value outside the schema are refused with their"
                    + " place and what was expected. With --v2gtp the payload type follows from the"
                    + " set.",
            "",
            "Status: 0 done, 1 the input is wrong (the reason is on standard error), 2 wrong use.",
            "",
            "Examples:",
            "  v2g decode 8098... | jq ... | v2g encode",
            "  v2g encode --v2gtp --as binary message.xml > frame.bin"
        })
final class Encode implements Callable<Integer> {

    /** A set that refuses something deeper than this knows the message itself. */
    private static final int MESSAGE_DEPTH = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            description = "A file, or the text itself; standard input if left out or -.")
    private @Nullable String text;

    @Mixin private SetOption set = new SetOption();

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

    @Mixin private EngineOption chosen = new EngineOption();

    @Override
    public Integer call() {
        Map.Entry<String, Object> root =
                parse(new String(Input.read(text), StandardCharsets.UTF_8).strip());
        List<MessageSet> fitting = new ArrayList<>();
        for (MessageSet one : set.sets()) {
            if (kind.typeOf(one, root.getKey()) != void.class) {
                fitting.add(one);
            }
        }
        if (fitting.isEmpty()) {
            throw new InputException(
                    "expected a root element of " + set + ", found " + root.getKey());
        }
        Map.Entry<MessageSet, Bytes> encoded = encode(fitting, root);
        Bytes octets = encoded.getValue();
        byte[] written =
                as.write(
                        framed
                                ? new V2gtpFrame(typeOf(encoded.getKey()), octets).encode()
                                : octets);
        if (as == Notation.BINARY) {
            System.out.write(written, 0, written.length);
            System.out.flush();
        } else if (spec != null) {
            spec.commandLine().getOut().print(new String(written, StandardCharsets.US_ASCII));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    /** The first type, in the order of the numbers, under which messages of the set travel. */
    private static PayloadType typeOf(MessageSet one) {
        for (PayloadType type : PayloadType.values()) {
            if (MessageReader.sets(type).contains(one)) {
                return type;
            }
        }
        throw new InputException("expected a set of messages for --v2gtp, found " + one.label());
    }

    /** In the one set that can hold the message: several have a root element of this name. */
    private Map.Entry<MessageSet, Bytes> encode(
            List<MessageSet> fitting, Map.Entry<String, Object> root) {
        Map<MessageSet, Bytes> written = new EnumMap<>(MessageSet.class);
        List<String> refusals = new ArrayList<>();
        InputException deepest = null;
        for (MessageSet one : fitting) {
            try {
                written.put(one, encode(one, root));
            } catch (MessageTextException | ExiException e) {
                InputException said = new InputException(problem(one, e));
                if (depth(said) > MESSAGE_DEPTH) {
                    refusals.add(problem(one, e));
                }
                deepest = deepest == null || depth(said) > depth(deepest) ? said : deepest;
            }
        }
        if (written.isEmpty() && deepest != null) {
            throw deepest;
        }
        if (written.size() > 1) {
            throw new InputException(
                    root.getKey()
                            + " fits several message sets, choose by --set: "
                            + written.keySet().stream().map(MessageSet::label).toList());
        }
        Map.Entry<MessageSet, Bytes> only = written.entrySet().iterator().next();
        if (!refusals.isEmpty() && spec != null) {
            String not = String.join("; ", refusals);
            spec.commandLine()
                    .getErr()
                    .println("v2g encode: written as " + only.getKey().label() + ", not: " + not);
        }
        return only;
    }

    private static String problem(MessageSet one, RuntimeException e) {
        String text =
                e instanceof ExiException exi
                        ? exi.path() + ": " + exi.problem()
                        : String.valueOf(e.getMessage());
        return text + " (as " + one.label() + ")";
    }

    /** How far into the message the problem is: the set in which it is deepest was meant. */
    private static long depth(InputException said) {
        String message = String.valueOf(said.getMessage());
        return message.substring(0, Math.max(0, message.indexOf(": ")))
                .chars()
                .filter(character -> character == '/')
                .count();
    }

    private Bytes encode(MessageSet one, Map.Entry<String, Object> root) {
        Object value =
                MessageText.read(
                        one, kind.typeOf(one, root.getKey()), root.getValue(), root.getKey());
        return chosen.engine().encode(one, kind, new NamedValue(root.getKey(), value), false);
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
