package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.compiler.Particle.Component;
import org.plugcharge.exi.compiler.Particle.Item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the decode method of one type.
 *
 * <p>A state with one production has a code of one bit that must be 0; those bits are read
 * together. In any other state {@code event} is the code read, less the productions that were
 * passed over.
 */
final class DecodeWriter {

    private static final int TOGETHER = 32;

    private enum Event {
        /** Not read yet; the state has {@link #productions} productions. */
        AHEAD,
        /** In the variable. */
        READ,
        /** Read and found to be that of the next particle. */
        MATCHED
    }

    private final Source source;
    private final Names names;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> used = new HashSet<>(Set.of("at", "in", "event", "e"));
    private Event event = Event.AHEAD;
    private int productions;
    private int zeros;
    private boolean usesEvent;
    private @Nullable Type present;

    DecodeWriter(Source source, Names names) {
        this.source = source;
        this.names = names;
    }

    void write(Type type) {
        String java = source.type(type.java);
        source.line(
                "/** Reads what lies between the start and the end of the element, and the end."
                        + " */");
        source.line("static " + java + " decode(BitReader in) {");
        source.line("String at = \"\";");
        source.line("try {");
        Follow end = Follow.of(List.of(), type.mixed);
        productions = end.productions(type.items);
        present = type;
        List<String> arguments = sequence(type, type.items, end);
        lines.add("at = \"\";");
        required("the end of " + type.name);
        flush();
        if (usesEvent) {
            source.line("int event;");
        }
        lines.forEach(source::line);
        source.line("return new " + java + "(" + String.join(", ", arguments) + ");");
        source.line("} catch (ExiException e) {");
        source.line("throw e.within(at);");
        source.line("}");
        source.line("}");
    }

    /** Reads the items; the arguments of the record, in its order. */
    private List<String> sequence(Type type, List<Item> items, Follow outer) {
        List<String> locals = new ArrayList<>();
        for (Component component : type.components) {
            locals.add(local(component.name()));
        }
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            Follow follow = outer.then(items.subList(index + 1, items.size()));
            String local =
                    item.component() == null
                            ? ""
                            : locals.get(type.components.indexOf(item.component()));
            item(item, follow, local);
        }
        return locals;
    }

    private void item(Item item, Follow follow, String local) {
        Component component = item.component();
        if (component == null) {
            wildcard();
        } else if (component.list()) {
            list(item, component, follow, local);
        } else if (component.nullable()) {
            optional(item, component, follow, local);
        } else if (isGroup(item.particle())) {
            add(source.type(component.javaType()) + " " + local + ";");
            required(item.particle());
            one(item.particle(), expression -> add(local + " = " + expression + ";"), follow);
        } else {
            required(item.particle());
            one(
                    item.particle(),
                    expression ->
                            add(
                                    source.type(component.javaType())
                                            + " "
                                            + local
                                            + " = "
                                            + expression
                                            + ";"),
                    follow);
        }
    }

    private static boolean isGroup(Particle particle) {
        return particle instanceof Particle.Alternatives || particle instanceof Particle.Sequence;
    }

    private void wildcard() {
        read();
        add("if (event == 0) {");
        add("throw in.refuse(\"expected no element of another schema here, found one\");");
        add("}");
        add("event -= 1;");
    }

    private void optional(Item item, Component component, Follow follow, String local) {
        read();
        add(source.type(component.javaType()) + " " + local + " = null;");
        add("if (" + matches(item.particle()) + ") {");
        event = Event.MATCHED;
        one(item.particle(), expression -> add(local + " = " + expression + ";"), follow);
        read();
        add("} else {");
        add("event -= " + firsts(item.particle()) + ";");
        add("}");
        event = Event.READ;
    }

    private void list(Item item, Component component, Follow follow, String local) {
        read();
        boolean unbounded = item.max() == Integer.MAX_VALUE;
        String listType = source.type(component.javaType());
        String array = source.type("java.util.ArrayList");
        add(listType + " " + local + " = new " + array + "<>();");
        add(
                "while ("
                        + matches(item.particle())
                        + (unbounded ? "" : " && " + local + ".size() < " + item.max())
                        + ") {");
        String count = local("count");
        Follow again = follow.repeated(item, count);
        if (again.width(List.of()).contains(count)) {
            add("int " + count + " = " + local + ".size() + 1;");
        }
        event = Event.MATCHED;
        one(item.particle(), expression -> add(local + ".add(" + expression + ");"), again);
        read();
        add("}");
        event = Event.READ;
        if (item.min() > 0) {
            add("if (" + local + ".size() < " + item.min() + ") {");
            add("throw in.unexpected(event, " + Source.quote(expected(item.particle())) + ");");
            add("}");
        }
        if (unbounded) {
            add("event -= " + firsts(item.particle()) + ";");
        } else {
            add(
                    "event -= "
                            + local
                            + ".size() < "
                            + item.max()
                            + " ? "
                            + firsts(item.particle())
                            + " : 0;");
        }
    }

    /** Reads one occurrence whose event is matched. */
    private void one(Particle particle, Consumer<String> sink, Follow follow) {
        switch (particle) {
            case Particle.Element element -> {
                at(element.name().local());
                if (element.type() != null) {
                    flush();
                    sink.accept(names.codec(element.type().java) + ".decode(in)");
                } else if (element.value() != null) {
                    zeros(1);
                    flush();
                    sink.accept(Values.decode(element.value(), element.name(), names, source));
                    zeros(1);
                }
                next(follow);
            }
            case Particle.Attr attr -> {
                at("@" + attr.name().local());
                flush();
                sink.accept(Values.decode(attr.value(), attr.name(), names, source));
                next(follow);
            }
            case Particle.Characters characters -> {
                at("");
                flush();
                sink.accept(
                        Values.decode(characters.value(), names.elementOf(present), names, source));
                next(follow);
            }
            case Particle.Substitution substitution -> {
                at("");
                flush();
                String cast =
                        substitution.java().equals(substitution.head().java)
                                ? ""
                                : "(" + source.type(substitution.java()) + ") ";
                sink.accept(cast + names.codec(substitution.head().java) + ".decode(in, event)");
                next(follow);
            }
            case Particle.Sequence sequence ->
                    group(sequence.group(), sequence.group().items, sink, follow);
            case Particle.Alternatives alternatives ->
                    alternatives(alternatives.choice(), sink, follow);
            case Particle.Any any ->
                    throw new SchemaException(null, "a component cannot hold " + any);
        }
    }

    private void group(Type group, List<Item> items, Consumer<String> sink, Follow follow) {
        List<String> arguments = sequence(group, items, follow);
        read();
        sink.accept("new " + source.type(group.java) + "(" + String.join(", ", arguments) + ")");
    }

    private void alternatives(ChoiceType choice, Consumer<String> sink, Follow follow) {
        int passed = 0;
        String start = "if (";
        for (Particle.Alternative alternative : choice.alternatives) {
            int size = firsts(alternative.items());
            add(start + (size == 1 ? "event == " + passed : "event < " + (passed + size)) + ") {");
            if (size > 1 && passed > 0) {
                add("event -= " + passed + ";");
            }
            event = size == 1 ? Event.MATCHED : Event.READ;
            if (alternative.record().kind == Type.Kind.GROUP) {
                group(alternative.record(), alternative.items(), sink, follow);
            } else {
                one(alternative.items().getFirst().particle(), sink, follow);
            }
            read();
            start = "} else if (";
            passed += size;
        }
        add("} else {");
        add("throw in.refuse(\"expected no element of another schema here, found one\");");
        add("}");
        event = Event.READ;
    }

    private static String matches(Particle particle) {
        int size = firsts(particle);
        return size == 1 ? "event == 0" : "event < " + size;
    }

    /** Makes sure that the next event is one of the particle. */
    private void required(Particle particle) {
        int size = firsts(particle);
        if (size == 1) {
            required(expected(particle));
            return;
        }
        read();
        if (event == Event.READ) {
            add("if (event >= " + size + ") {");
            add("throw in.unexpected(event, " + Source.quote(expected(particle)) + ");");
            add("}");
        }
        event = Event.MATCHED;
    }

    private void required(String expected) {
        if (event == Event.AHEAD && productions == 1) {
            zeros(1);
        } else if (event != Event.MATCHED) {
            read();
            add("if (event != 0) {");
            add("throw in.unexpected(event, " + Source.quote(expected) + ");");
            add("}");
        }
        event = Event.MATCHED;
    }

    private static String expected(Particle particle) {
        return switch (particle) {
            case Particle.Element element -> element.name().local();
            case Particle.Attr attr -> "attribute " + attr.name().local();
            case Particle.Characters _ -> "text";
            case Particle.Substitution substitution ->
                    "one of the group " + substitution.head().name.local();
            default -> "an alternative";
        };
    }

    private static int firsts(Particle particle) {
        return firsts(List.of(new Item(particle, 1, 1, null)));
    }

    private static int firsts(List<Item> items) {
        return (int)
                Grammar.inSchemaOrder(new Grammar.State(items, false)).stream()
                        .filter(production -> production.kind() != Grammar.Kind.END)
                        .count();
    }

    private void at(String name) {
        lines.add("at = " + Source.quote(name) + ";");
    }

    private String local(String name) {
        String free = used.add(name) ? name : name + used.size();
        used.add(free);
        return free;
    }

    private void next(Follow follow) {
        productions = follow.productions(List.of());
        event = Event.AHEAD;
        if (productions < 0) {
            flush();
            usesEvent = true;
            lines.add("event = in.event(" + follow.width(List.of()) + ");");
            event = Event.READ;
        }
    }

    /** Makes sure that the event is in the variable. */
    private void read() {
        flush();
        if (event == Event.AHEAD) {
            usesEvent = true;
            lines.add("event = in.event(" + Codes.state(productions) + ");");
            event = Event.READ;
        }
    }

    private void zeros(int count) {
        if (zeros + count > TOGETHER) {
            flush();
        }
        zeros += count;
    }

    private void flush() {
        if (zeros > 0) {
            lines.add("in.single(" + zeros + ");");
            zeros = 0;
        }
    }

    private void add(String line) {
        flush();
        lines.add(line);
    }
}
