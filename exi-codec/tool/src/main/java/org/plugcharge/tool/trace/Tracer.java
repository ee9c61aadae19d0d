package org.plugcharge.tool.trace;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.tool.trace.GrammarText.Named;
import org.plugcharge.tool.trace.GrammarText.Production;
import org.plugcharge.v2g.MessageSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks a stream by the grammars of its set and tells what each bit is. */
public final class Tracer {

    /** Deeper than any message: the schemas know no recursion but that of xmldsig. */
    private static final int DEEPEST = 64;

    private static final String RELAXED = "relaxed";

    private final GrammarText grammar;
    private final BitReader in;
    private final Consumer<Traced> listener;
    private final Map<String, Integer> partitions = new HashMap<>();

    private Tracer(MessageSet set, Bytes octets, Consumer<Traced> listener) {
        this.grammar = GrammarText.of(set);
        this.in = new BitReader(octets).lenient();
        this.listener = listener;
    }

    /**
     * Tells the events and values of a document.
     *
     * @throws ExiException where the stream is none of the set; what comes before has been told
     */
    public static void document(MessageSet set, Bytes octets, Consumer<Traced> listener) {
        Tracer tracer = new Tracer(set, octets, listener);
        tracer.root(tracer.grammar.documents(), bits(tracer.grammar.documents().size() + 1));
        tracer.in.finish();
    }

    /** The same of a fragment. */
    public static void fragment(MessageSet set, Bytes octets, Consumer<Traced> listener) {
        Tracer tracer = new Tracer(set, octets, listener);
        List<Named> roots = tracer.grammar.fragments();
        int width = bits(roots.size() + 2);
        tracer.root(roots, width);
        long at = tracer.in.bitOffset();
        int code = tracer.in.event(width);
        if (code != roots.size() + 1) {
            throw tracer.in.refuse("expected the end of the fragment, found event code " + code);
        }
        tracer.tell(at, code, 0, "ED");
        tracer.in.finish();
    }

    /** The namespace in which a set declares an element that may be a fragment, if it does. */
    public static Optional<String> fragmentNamespace(MessageSet set, String element) {
        return GrammarText.of(set).fragments().stream()
                .map(Named::name)
                .filter(name -> local(name).equals(element))
                .map(name -> name.substring(1, name.indexOf('}')))
                .findFirst();
    }

    private static int bits(int things) {
        return things <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(things - 1);
    }

    private void tell(long from, int code, int depth, String event) {
        listener.accept(new Traced(from, in.bitOffset() - from, code, depth, event, null));
    }

    private void root(List<Named> roots, int width) {
        in.header();
        listener.accept(new Traced(0, 8, -1, 0, "80", "EXI header"));
        long at = in.bitOffset();
        int code = in.event(width);
        if (code >= roots.size()) {
            throw in.refuse(
                    "expected one of " + roots.size() + " elements, found event code " + code);
        }
        Named root = roots.get(code);
        tell(at, code, 0, "SE(" + local(root.name()) + ")");
        try {
            element(root.name(), root.content(), 1);
        } catch (ExiException e) {
            throw e.within(local(root.name()));
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf('}') + 1);
    }

    /** What lies between the start of an element and its end, and the end. */
    private void element(String name, String content, int depth) {
        if (depth > DEEPEST) {
            throw in.refuse("expected at most " + DEEPEST + " elements in each other");
        }
        if (content.equals(RELAXED)) {
            relaxed(name, depth);
        } else if (isType(content)) {
            states(name, content, depth);
        } else if (content.equals("-")) {
            throw in.refuse("expected an element with content, found " + local(name));
        } else {
            only("CH", depth);
            value(name, content, depth);
            only("EE", depth);
        }
    }

    private static boolean isType(String content) {
        return content.length() > 1
                && content.charAt(0) == 'T'
                && Character.isDigit(content.charAt(1));
    }

    /** The one production of its state. */
    private void only(String event, int depth) {
        long at = in.bitOffset();
        int code = in.event(1);
        if (code != 0) {
            throw secondLevel(event);
        }
        tell(at, code, depth, event);
    }

    private ExiException secondLevel(String expected) {
        return in.refuse(
                "expected "
                        + expected
                        + ", found the escape to second-level events, which is not accepted");
    }

    private void states(String name, String type, int depth) {
        int state = 0;
        while (state >= 0) {
            List<Production> productions = grammar.productions(type, state);
            if (productions == null) {
                throw new IllegalStateException("no state " + state + " of " + type);
            }
            long at = in.bitOffset();
            int code = in.event(bits(productions.size() + 1));
            if (code >= productions.size()) {
                throw secondLevel("one of " + productions.stream().map(Tracer::event).toList());
            }
            Production found = productions.get(code);
            tell(at, code, depth, event(found));
            content(found, name, depth);
            state = found.next();
        }
    }

    private static String event(Production production) {
        return switch (production.kind()) {
            case "ATTRIBUTE" -> "AT(" + local(production.name()) + ")";
            case "ELEMENT" -> "SE(" + local(production.name()) + ")";
            case "ANY_ELEMENT" -> "SE(*)";
            case "TEXT" -> "CH";
            default -> "EE";
        };
    }

    private void content(Production found, String owner, int depth) {
        switch (found.kind()) {
            case "ATTRIBUTE" -> value(found.name(), found.content(), depth);
            case "TEXT" ->
                    value(owner, found.content().equals("-") ? "string" : found.content(), depth);
            case "ELEMENT" -> {
                try {
                    element(found.name(), found.content(), depth + 1);
                } catch (ExiException e) {
                    throw e.within(local(found.name()));
                }
            }
            case "ANY_ELEMENT" ->
                    throw in.refuse("expected no element of another schema here, found one");
            default -> {}
        }
    }

    /** An element with several types in its schema (EXI 1.0, 8.5.3): attributes, then text. */
    private void relaxed(String name, int depth) {
        int attributes = grammar.attributes().size();
        int elements = grammar.fragments().size();
        int end = attributes + 1 + elements + 1;
        while (true) {
            long at = in.bitOffset();
            int code = in.event(bits(attributes + 1 + elements + 4));
            if (code < attributes) {
                Named attribute = grammar.attributes().get(code);
                tell(at, code, depth, "AT(" + local(attribute.name()) + ")");
                value(attribute.name(), attribute.content(), depth);
            } else if (code == end + 1) {
                tell(at, code, depth, "CH");
                value(name, "string", depth);
                break;
            } else if (code == end) {
                tell(at, code, depth, "EE");
                return;
            } else {
                throw in.refuse("expected an attribute or text, found event code " + code);
            }
        }
        long at = in.bitOffset();
        int code = in.event(bits(elements + 4));
        if (code != elements + 1) {
            throw in.refuse("expected the end of " + local(name) + ", found event code " + code);
        }
        tell(at, code, depth, "EE");
    }

    private void value(String name, String type, int depth) {
        long at = in.bitOffset();
        String text = read(name, type);
        listener.accept(
                new Traced(at, in.bitOffset() - at, -1, depth, text, type.split(":", 2)[0]));
    }

    private String read(String name, String type) {
        if (type.startsWith("nbit:")) {
            String[] parts = type.split(":", -1);
            return Long.toString(in.bits(Integer.parseInt(parts[1])) + Long.parseLong(parts[2]));
        }
        if (type.startsWith("enumeration:")) {
            String[] constants = type.substring("enumeration:".length()).split("\\|", -1);
            return constant(constants);
        }
        return switch (type) {
            case "boolean" -> Boolean.toString(in.bool());
            case "unsigned" -> Long.toUnsignedString(in.unsigned64());
            case "integer" -> in.bigInteger().toString();
            case "string" ->
                    in.string(
                            partitions.computeIfAbsent(name, _ -> partitions.size()),
                            0,
                            Integer.MAX_VALUE);
            case "hexBinary", "base64Binary" -> in.binary(0, Integer.MAX_VALUE).toHex();
            default -> throw new IllegalStateException("no datatype " + type);
        };
    }

    private String constant(String[] constants) {
        int index = in.event(bits(constants.length));
        if (index >= constants.length) {
            throw in.refuse(
                    "expected one of " + constants.length + " values, found number " + index);
        }
        return constants[index];
    }
}
