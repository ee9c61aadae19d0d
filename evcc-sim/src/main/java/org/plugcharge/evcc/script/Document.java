package org.plugcharge.evcc.script;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A YAML text, read strictly: every key must be known, every value is what is asked for. */
final class Document {

    /** The longest text that is read, in characters. */
    static final int MAX_LENGTH = 65_536;

    private static final int MAX_DEPTH = 10;

    private final String file;

    private Document(String file) {
        this.file = file;
    }

    /** The mapping a text consists of; {@link ScriptException} if it is none. */
    static Fields fields(String file, String text, String... allowed) {
        return new Document(file).root(text).fields(allowed);
    }

    private Value root(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ScriptException(
                    "%s: expected at most %d characters, found %d"
                            .formatted(file, MAX_LENGTH, text.length()));
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(MAX_LENGTH);
        limits.setMaxAliasesForCollections(0);
        try {
            Node node = new Yaml(limits).compose(new StringReader(text));
            if (node == null) {
                throw new ScriptException(file + ": it is empty");
            }
            return new Value(node);
        } catch (MarkedYAMLException e) {
            throw new ScriptException(at(e.getProblemMark()) + "no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new ScriptException(file + ": no YAML: " + e.getMessage());
        }
    }

    private String at(Mark mark) {
        return mark == null
                ? file + ": "
                : "%s:%d:%d: ".formatted(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** One value somewhere in the text. */
    final class Value {

        private final Node node;

        private Value(Node node) {
            this.node = node;
            if (node.getAnchor() != null) {
                throw wrong("anchors (&) are not used here: write it out");
            }
        }

        ScriptException wrong(String text) {
            return new ScriptException(at(node.getStartMark()) + text);
        }

        boolean isText() {
            return node instanceof ScalarNode;
        }

        String text() {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue().strip();
            }
            throw wrong("expected a word or a number");
        }

        boolean truth() {
            return switch (text()) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                case String other -> throw wrong("expected yes or no, found " + other);
            };
        }

        int whole(int min, int max) {
            try {
                int number = Integer.parseInt(text());
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, like a number out of range.
            }
            throw wrong(
                    "expected a whole number from %d to %d, found %s".formatted(min, max, text()));
        }

        Quantity quantity() {
            return Quantity.parse(text())
                    .orElseThrow(() ->
                            wrong(
                                    "expected a number and a unit, such as 500 ms, 20 %, 3 kWh or"
                                            + " 10 loops; found "
                                            + text()));
        }

        /** A quantity of this unit, in its smallest parts. */
        long quantity(Quantity.Unit unit, long min, long max) {
            Quantity quantity = quantity();
            if (quantity.unit() != unit || quantity.amount() < min || quantity.amount() > max) {
                throw wrong(
                        "expected from %s to %s, found %s"
                                .formatted(unit.text(min), unit.text(max), text()));
            }
            return quantity.amount();
        }

        List<Value> list() {
            if (!(node instanceof SequenceNode sequence)) {
                throw wrong("expected a list");
            }
            List<Value> values = new ArrayList<>();
            sequence.getValue().forEach(item -> values.add(new Value(item)));
            return values;
        }

        /** A mapping with no other keys than these. */
        Fields fields(String... allowed) {
            Fields fields = new Fields(this, entries());
            fields.check(Set.of(allowed));
            return fields;
        }

        /** A mapping with any keys. */
        Map<String, Value> entries() {
            if (!(node instanceof MappingNode mapping)) {
                throw wrong("expected keys and values");
            }
            Map<String, Value> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Value key = new Value(tuple.getKeyNode());
                if (entries.put(key.text(), new Value(tuple.getValueNode())) != null) {
                    throw key.wrong(key.text() + " is there twice");
                }
            }
            return entries;
        }
    }

    /** A mapping. */
    record Fields(Value where, Map<String, Value> values) {

        private void check(Set<String> allowed) {
            values.forEach((key, value) -> {
                if (!allowed.contains(key)) {
                    throw value.wrong(
                            "unknown key %s; there are: %s"
                                    .formatted(key, String.join(", ", new TreeSet<>(allowed))));
                }
            });
        }

        Optional<Value> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        Value required(String key) {
            return get(key).orElseThrow(() -> where.wrong("the key " + key + " is missing"));
        }
    }
}
