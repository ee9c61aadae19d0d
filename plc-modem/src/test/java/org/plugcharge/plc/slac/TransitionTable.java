package org.plugcharge.plc.slac;

import org.junit.jupiter.api.Assertions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A grid of what each state may become by each event. A cell lists the next states joined by {@code
 * |}; a dot stands for "stays the very same and sends nothing".
 */
record TransitionTable(List<String> states, Map<String, List<String>> rows) {

    static TransitionTable parse(String text) {
        List<String> lines = text.lines().toList();
        List<String> header = cells(lines.getFirst());
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Assertions.assertEquals(header.size(), cells.size(), line);
            rows.put(cells.getFirst(), cells.subList(1, cells.size()));
        }
        return new TransitionTable(header.subList(1, header.size()), rows);
    }

    private static List<String> cells(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    Set<String> next(String state, String event) {
        List<String> row = rows.get(event);
        if (row == null || !states.contains(state)) {
            throw new AssertionError("no row for " + event + " in " + state);
        }
        return new TreeSet<>(List.of(row.get(states.indexOf(state)).split("\\|")));
    }

    /** The simple names of a sealed type's kinds. */
    static List<String> kinds(Class<?> sealed) {
        List<String> names = new ArrayList<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            names.addAll(kind.isSealed() ? kinds(kind) : List.of(kind.getSimpleName()));
        }
        return names;
    }
}
