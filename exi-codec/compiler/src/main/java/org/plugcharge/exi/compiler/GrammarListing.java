package org.plugcharge.exi.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Lists every state of every grammar of a set with its productions in the order of their codes, one
 * a line: for the tests, which compare it with another engine's grammars, and for whoever wants to
 * look at a stream event by event.
 *
 * <p>{@code D} and {@code F} lines are the elements of the document and fragment grammar with the
 * number of their type, {@code A} lines the attributes, {@code P} lines the productions: type,
 * state, kind, name or {@code -}, type or value, next state.
 */
final class GrammarListing {

    private final StringBuilder text = new StringBuilder();
    private final Map<Type, Integer> types = new HashMap<>();
    private final Deque<Type> open = new ArrayDeque<>();

    private GrammarListing() {}

    static String write(Schema schema) {
        GrammarListing listing = new GrammarListing();
        schema.globals()
                .forEach((name, element) -> listing.line("D", name, listing.content(element)));
        schema.declared()
                .forEach((name, elements) ->
                        listing.line(
                                "F",
                                name,
                                elements.size() > 1
                                        ? "relaxed"
                                        : listing.content(elements.getFirst())));
        schema.attributes().forEach((name, value) -> listing.line("A", name, value(value)));
        while (!listing.open.isEmpty()) {
            listing.states(listing.open.remove());
        }
        return listing.text.toString();
    }

    private void line(Object... cells) {
        for (int index = 0; index < cells.length; index++) {
            text.append(index == 0 ? "" : "\t").append(cells[index]);
        }
        text.append('\n');
    }

    private String content(Particle.Element element) {
        return element.type() != null
                ? "T" + number(element.type())
                : element.value() != null ? value(element.value()) : "-";
    }

    private int number(Type type) {
        return types.computeIfAbsent(
                type,
                fresh -> {
                    open.add(fresh);
                    return types.size();
                });
    }

    private void states(Type type) {
        Map<Grammar.State, Integer> numbers = new HashMap<>();
        Deque<Grammar.State> todo = new ArrayDeque<>();
        Grammar.State first = Grammar.State.of(type);
        numbers.put(first, 0);
        todo.add(first);
        while (!todo.isEmpty()) {
            Grammar.State state = todo.remove();
            int number = numbers.getOrDefault(state, -1);
            for (Grammar.Production production : Grammar.productions(state)) {
                Grammar.State next = production.next();
                String target = "-";
                if (next != null) {
                    Integer known = numbers.get(next);
                    if (known == null) {
                        known = numbers.size();
                        numbers.put(next, known);
                        todo.add(next);
                    }
                    target = known.toString();
                }
                line(
                        "P",
                        "T" + number(type),
                        number,
                        production.kind(),
                        production.name() == null ? "-" : production.name(),
                        what(production),
                        target);
            }
        }
    }

    private String what(Grammar.Production production) {
        return switch (production.particle()) {
            case Particle.Element element -> content(element);
            case Particle.Attr attr -> value(attr.value());
            case Particle.Characters characters -> value(characters.value());
            case null, default -> "-";
        };
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Bool _ -> "boolean";
            case Value.Int number when number.small() ->
                    "nbit:" + number.width() + ":" + number.min();
            case Value.Int number -> number.min().signum() < 0 ? "integer" : "unsigned";
            case Value.BigInt _ -> "integer";
            case Value.Text _ -> "string";
            case Value.Binary binary -> binary.xs();
            case Value.Enumeration constants ->
                    "enumeration:" + String.join("|", constants.values());
        };
    }
}
