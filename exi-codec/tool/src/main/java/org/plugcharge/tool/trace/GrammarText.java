package org.plugcharge.tool.trace;

import org.jspecify.annotations.Nullable;
import org.plugcharge.v2g.MessageSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The grammars of a set, read from the listing that the compiler of the schemas wrote. */
final class GrammarText {

    private static final Map<MessageSet, GrammarText> READ = new ConcurrentHashMap<>();

    /** An element or attribute with its content: a type T0, a datatype, {@code -} or relaxed. */
    record Named(String name, String content) {}

    /** One production; {@code next} is -1 behind an end. */
    record Production(String kind, String name, String content, int next) {}

    private final List<Named> documents = new ArrayList<>();
    private final List<Named> fragments = new ArrayList<>();
    private final List<Named> attributes = new ArrayList<>();
    private final Map<String, Map<Integer, List<Production>>> types = new HashMap<>();

    private GrammarText() {}

    static GrammarText of(MessageSet set) {
        return READ.computeIfAbsent(set, GrammarText::read);
    }

    private static GrammarText read(MessageSet set) {
        String path = set.schemaFolder() + "grammar.txt";
        try (InputStream in = MessageSet.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            GrammarText grammar = new GrammarText();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(grammar::line);
            return grammar;
        } catch (IOException e) {
            throw new IllegalStateException(path + " can't be read", e);
        }
    }

    private void line(String line) {
        String[] cell = line.split("\t", -1);
        switch (cell[0]) {
            case "D" -> documents.add(new Named(cell[1], cell[2]));
            case "F" -> fragments.add(new Named(cell[1], cell[2]));
            case "A" -> attributes.add(new Named(cell[1], cell[2]));
            default ->
                    types.computeIfAbsent(cell[1], _ -> new HashMap<>())
                            .computeIfAbsent(Integer.valueOf(cell[2]), _ -> new ArrayList<>())
                            .add(
                                    new Production(
                                            cell[3],
                                            cell[4],
                                            cell[5],
                                            cell[6].equals("-") ? -1 : Integer.parseInt(cell[6])));
        }
    }

    List<Named> documents() {
        return documents;
    }

    List<Named> fragments() {
        return fragments;
    }

    List<Named> attributes() {
        return attributes;
    }

    /** The productions of a type's state in the order of their codes; null if there is none. */
    @Nullable List<Production> productions(String type, int state) {
        return types.getOrDefault(type, Map.of()).get(state);
    }
}
