package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.compiler.Particle.Item;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The states of a type's grammar, made one after the other (EXI 1.0, 8.5.4): a state is what may
 * still come.
 *
 * <p>A state's productions are ordered as EXI numbers them: attributes, named elements in schema
 * order, any element, end, text.
 */
final class Grammar {

    private Grammar() {}

    /**
     * What may still come: particles with what is left of their occurrence, and whether text may
     * stand between them.
     */
    record State(List<Item> items, boolean mixed) {

        static State of(Type type) {
            return new State(List.copyOf(type.items), type.mixed);
        }
    }

    /** The kinds of first-level productions, in the order of their codes. */
    enum Kind {
        ATTRIBUTE,
        ELEMENT,
        ANY_ELEMENT,
        END,
        TEXT
    }

    /**
     * One production; the name and particle are those of an attribute or element, {@code next} is
     * missing behind an end.
     */
    record Production(
            Kind kind, @Nullable Name name, @Nullable Particle particle, @Nullable State next) {}

    /** The productions of a state in the order of their codes. */
    static List<Production> productions(State state) {
        List<Production> found = new ArrayList<>();
        boolean end = collect(state.items(), state.mixed(), found);
        if (end) {
            found.add(new Production(Kind.END, null, null, null));
        }
        if (state.mixed() && contentReached(state.items())) {
            found.add(
                    new Production(
                            Kind.TEXT,
                            null,
                            null,
                            new State(withoutAttributes(state.items()), true)));
        }
        List<Production> sorted = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Stream<Production> ofKind =
                    found.stream().filter(production -> production.kind() == kind);
            (kind == Kind.ANY_ELEMENT ? ofKind.limit(1) : ofKind).forEach(sorted::add);
        }
        return sorted;
    }

    /**
     * The productions in the order in which the particles are written, which is that of their codes
     * but for rare wildcards.
     */
    static List<Production> inSchemaOrder(State state) {
        List<Production> found = new ArrayList<>();
        if (collect(state.items(), state.mixed(), found)) {
            found.add(new Production(Kind.END, null, null, null));
        }
        return found;
    }

    /** Width of the event codes of a state. */
    static int width(State state) {
        return Codes.state(productions(state).size());
    }

    private static boolean contentReached(List<Item> items) {
        return items.stream()
                .noneMatch(item -> item.particle() instanceof Particle.Attr && item.min() > 0);
    }

    private static List<Item> withoutAttributes(List<Item> items) {
        return items.stream().filter(item -> !(item.particle() instanceof Particle.Attr)).toList();
    }

    /** Adds what may come first; true if nothing has to come. */
    private static boolean collect(List<Item> items, boolean mixed, List<Production> found) {
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            if (item.max() == 0) {
                continue;
            }
            List<Item> after = new ArrayList<>();
            if (item.max() > 1) {
                after.add(item.next());
            }
            after.addAll(items.subList(index + 1, items.size()));
            boolean empty = enter(item.particle(), after, mixed, found);
            if (item.min() > 0 && !empty) {
                return false;
            }
        }
        return true;
    }

    /** Adds what may come first of one occurrence; true if the occurrence may be empty. */
    private static boolean enter(
            Particle particle, List<Item> after, boolean mixed, List<Production> found) {
        switch (particle) {
            case Particle.Element element ->
                    found.add(
                            new Production(
                                    Kind.ELEMENT,
                                    element.name(),
                                    element,
                                    new State(after, mixed)));
            case Particle.Substitution substitution -> {
                for (Particle.Element element : substitution.head().elements) {
                    found.add(
                            new Production(
                                    Kind.ELEMENT,
                                    element.name(),
                                    element,
                                    new State(after, mixed)));
                }
            }
            case Particle.Any any ->
                    found.add(new Production(Kind.ANY_ELEMENT, null, any, new State(after, mixed)));
            case Particle.Attr attr ->
                    found.add(
                            new Production(
                                    Kind.ATTRIBUTE, attr.name(), attr, new State(after, mixed)));
            case Particle.Characters characters ->
                    found.add(new Production(Kind.TEXT, null, characters, new State(after, mixed)));
            case Particle.Sequence sequence -> {
                return enterSequence(sequence.group().items, after, mixed, found);
            }
            case Particle.Alternatives alternatives -> {
                boolean empty = false;
                for (Particle.Alternative alternative : alternatives.choice().alternatives) {
                    empty |= enterSequence(alternative.items(), after, mixed, found);
                }
                if (alternatives.choice().wildcard) {
                    found.add(
                            new Production(
                                    Kind.ANY_ELEMENT,
                                    null,
                                    new Particle.Any(false),
                                    new State(after, mixed)));
                }
                return empty;
            }
        }
        return false;
    }

    private static boolean enterSequence(
            List<Item> items, List<Item> after, boolean mixed, List<Production> found) {
        List<Production> inner = new ArrayList<>();
        boolean empty = collect(items, mixed, inner);
        for (Production production : inner) {
            State next = production.next();
            List<Item> rest = new ArrayList<>(next == null ? List.of() : next.items());
            rest.addAll(after);
            found.add(
                    new Production(
                            production.kind(),
                            production.name(),
                            production.particle(),
                            new State(rest, mixed)));
        }
        return empty;
    }
}
