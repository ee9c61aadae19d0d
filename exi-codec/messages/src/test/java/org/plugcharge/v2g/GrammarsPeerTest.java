package org.plugcharge.v2g;

import static org.assertj.core.api.Assertions.assertThat;

import com.siemens.ct.exi.core.FidelityOptions;
import com.siemens.ct.exi.core.datatype.Datatype;
import com.siemens.ct.exi.core.datatype.EnumerationDatatype;
import com.siemens.ct.exi.core.datatype.NBitUnsignedIntegerDatatype;
import com.siemens.ct.exi.core.grammars.Grammars;
import com.siemens.ct.exi.core.grammars.event.Attribute;
import com.siemens.ct.exi.core.grammars.event.DatatypeEvent;
import com.siemens.ct.exi.core.grammars.event.Event;
import com.siemens.ct.exi.core.grammars.event.EventType;
import com.siemens.ct.exi.core.grammars.event.StartElement;
import com.siemens.ct.exi.core.grammars.grammar.Grammar;
import com.siemens.ct.exi.core.grammars.production.Production;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import javax.xml.namespace.QName;

/**
 * Every state of every grammar, with its productions, their order, their names and their values,
 * against the grammars EXIficient builds: from the publisher's schemas, and from the schema text we
 * write.
 */
class GrammarsPeerTest {

    private static final FidelityOptions DEFAULT = FidelityOptions.createDefault();

    private record Row(String kind, String name, String content, int next) {}

    private record Pair(String type, int state, Grammar other) {}

    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void everyStateIsThatOfThePublishedSchema(MessageSet set) throws IOException {
        assertThat(
                        new Comparison(
                                        set,
                                        OtherEngine.over(OtherEngine.publishedSchema(set))
                                                .grammars())
                                .differences())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void everyStateIsThatOfOurSchemaText(MessageSet set) throws IOException {
        assertThat(
                        new Comparison(set, OtherEngine.over(OtherEngine.ownSchema(set)).grammars())
                                .differences())
                .isEmpty();
    }

    /** Ours, read from the listing, walked side by side with the other's. */
    private static final class Comparison {

        private final Map<String, Map<Integer, List<Row>>> types = new HashMap<>();
        private final Map<String, String> documents = new LinkedHashMap<>();
        private final Map<String, String> fragments = new LinkedHashMap<>();
        private final List<String> attributes = new ArrayList<>();
        private final Grammars other;
        private final List<String> differences = new ArrayList<>();
        private final Deque<Pair> todo = new ArrayDeque<>();
        private final Set<Pair> seen = new HashSet<>();

        Comparison(MessageSet set, Grammars other) throws IOException {
            this.other = other;
            Path listing = OtherEngine.ownSchema(set).resolveSibling("grammar.txt");
            for (String line : Files.readAllLines(listing)) {
                String[] cell = line.split("\t", -1);
                switch (cell[0]) {
                    case "D" -> documents.put(cell[1], cell[2]);
                    case "F" -> fragments.put(cell[1], cell[2]);
                    case "A" -> attributes.add(cell[1]);
                    default ->
                            types.computeIfAbsent(cell[1], _ -> new HashMap<>())
                                    .computeIfAbsent(
                                            Integer.valueOf(cell[2]), _ -> new ArrayList<>())
                                    .add(
                                            new Row(
                                                    cell[3],
                                                    cell[4],
                                                    cell[5],
                                                    cell[6].equals("-")
                                                            ? -1
                                                            : Integer.parseInt(cell[6])));
                }
            }
        }

        List<String> differences() {
            roots("document", documents, other.getDocumentGrammar(), 1);
            roots("fragment", fragments, other.getFragmentGrammar(), 2);
            int states = 0;
            while (!todo.isEmpty() && differences.size() < 20) {
                state(todo.remove());
                states++;
            }
            assertThat(states)
                    .isGreaterThanOrEqualTo(types.values().stream().mapToInt(Map::size).sum());
            return differences;
        }

        private void roots(String what, Map<String, String> ours, Grammar start, int more) {
            Grammar content = start.getProduction(0).getNextGrammar();
            if (content.getNumberOfEvents() != ours.size() + more) {
                differences.add(
                        what
                                + ": "
                                + ours.size()
                                + " elements, other "
                                + (content.getNumberOfEvents() - more));
            }
            int width = 32 - Integer.numberOfLeadingZeros(ours.size() + more - 1);
            if (width != DEFAULT.get1stLevelEventCodeLength(content)) {
                differences.add(
                        what
                                + ": width "
                                + width
                                + ", other "
                                + DEFAULT.get1stLevelEventCodeLength(content));
            }
            int code = 0;
            for (Map.Entry<String, String> element : ours.entrySet()) {
                Event event = content.getProduction(code++).getEvent();
                if (!(event instanceof StartElement found)
                        || !name(found.getQName()).equals(element.getKey())) {
                    differences.add(
                            what + " " + (code - 1) + ": " + element.getKey() + ", other " + event);
                    return;
                }
                element(what + " " + element.getKey(), element.getValue(), found);
            }
        }

        private void element(String where, String content, StartElement found) {
            if (content.startsWith("T")) {
                add(new Pair(content, 0, found.getGrammar()));
            } else if (content.equals("relaxed")) {
                relaxed(where, found.getGrammar());
            } else {
                simple(where, content, found.getGrammar());
            }
        }

        private void add(Pair pair) {
            if (seen.add(pair)) {
                todo.add(pair);
            }
        }

        private void simple(String where, String content, Grammar first) {
            Production text = first.getProduction(0);
            boolean single =
                    first.getNumberOfEvents() == 1
                            && text.getNextGrammar().getNumberOfEvents() == 1;
            if (!single
                    || !(text.getEvent() instanceof DatatypeEvent value)
                    || !content.equals(describe(value.getDatatype()))) {
                differences.add(
                        where
                                + ": "
                                + content
                                + ", other "
                                + text.getEvent()
                                + " "
                                + (text.getEvent() instanceof DatatypeEvent value2
                                        ? describe(value2.getDatatype())
                                        : ""));
            }
        }

        private void relaxed(String where, Grammar first) {
            List<String> found =
                    IntStream.range(0, first.getNumberOfEvents())
                            .mapToObj(code -> describe(first.getProduction(code).getEvent()))
                            .toList();
            List<String> expected = new ArrayList<>(attributes);
            expected.add("ATTRIBUTE_GENERIC");
            expected.addAll(fragments.keySet());
            expected.addAll(List.of("START_ELEMENT_GENERIC", "END_ELEMENT", "CHARACTERS_GENERIC"));
            if (!found.equals(expected)) {
                differences.add(where + ": relaxed " + expected + "\n other " + found);
            }
        }

        private static String describe(Event event) {
            return switch (event) {
                case StartElement start -> name(start.getQName());
                case Attribute attribute -> name(attribute.getQName());
                default -> event.getEventType().toString();
            };
        }

        private void state(Pair pair) {
            List<Row> rows =
                    types.getOrDefault(pair.type(), Map.of()).getOrDefault(pair.state(), List.of());
            String where = pair.type() + " state " + pair.state();
            if (rows.size() != pair.other().getNumberOfEvents()) {
                differences.add(where + ": " + rows + ", other " + pair.other());
                return;
            }
            int width = 32 - Integer.numberOfLeadingZeros(rows.size());
            if (width != DEFAULT.get1stLevelEventCodeLength(pair.other())) {
                differences.add(
                        where
                                + ": width "
                                + width
                                + ", other "
                                + DEFAULT.get1stLevelEventCodeLength(pair.other()));
            }
            for (int code = 0; code < rows.size(); code++) {
                Row row = rows.get(code);
                Production production = pair.other().getProduction(code);
                production(where + " code " + code, pair.type(), row, production);
            }
        }

        private void production(String where, String type, Row row, Production production) {
            Event event = production.getEvent();
            EventType kind = event.getEventType();
            boolean same =
                    switch (row.kind()) {
                        case "ATTRIBUTE" ->
                                event instanceof Attribute attribute
                                        && name(attribute.getQName()).equals(row.name())
                                        && describe(attribute.getDatatype()).equals(row.content());
                        case "ELEMENT" ->
                                event instanceof StartElement start
                                        && name(start.getQName()).equals(row.name());
                        case "ANY_ELEMENT" -> kind == EventType.START_ELEMENT_GENERIC;
                        case "END" -> kind == EventType.END_ELEMENT;
                        default ->
                                row.content().equals("-")
                                        ? kind == EventType.CHARACTERS_GENERIC
                                        : event instanceof DatatypeEvent text
                                                && describe(text.getDatatype())
                                                        .equals(row.content());
                    };
            if (!same) {
                differences.add(
                        where
                                + ": "
                                + row
                                + ", other "
                                + event
                                + (event instanceof DatatypeEvent text
                                        ? " " + describe(text.getDatatype())
                                        : ""));
                return;
            }
            if (event instanceof StartElement start && row.kind().equals("ELEMENT")) {
                element(where + " " + row.name(), row.content(), start);
            }
            if (row.next() >= 0) {
                add(new Pair(type, row.next(), production.getNextGrammar()));
            }
        }

        private static String name(QName name) {
            return "{" + name.getNamespaceURI() + "}" + name.getLocalPart();
        }

        private static String describe(Datatype type) {
            return switch (type.getBuiltInType()) {
                case BOOLEAN, BOOLEAN_FACET -> "boolean";
                case UNSIGNED_INTEGER -> "unsigned";
                case INTEGER -> "integer";
                case STRING, RCS_STRING -> "string";
                case BINARY_BASE64 -> "base64Binary";
                case BINARY_HEX -> "hexBinary";
                case NBIT_UNSIGNED_INTEGER -> {
                    NBitUnsignedIntegerDatatype bits = (NBitUnsignedIntegerDatatype) type;
                    yield "nbit:" + bits.getNumberOfBits() + ":" + bits.getLowerBound();
                }
                case ENUMERATION -> {
                    EnumerationDatatype values = (EnumerationDatatype) type;
                    yield "enumeration:"
                            + String.join(
                                    "|",
                                    IntStream.range(0, values.getEnumerationSize())
                                            .mapToObj(
                                                    index -> values.getEnumValue(index).toString())
                                            .toList());
                }
                default -> type.getBuiltInType().toString();
            };
        }
    }
}
