package org.plugcharge.exi.compiler;

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
 * <p>A state with one production has a code of one bit that must be 0; those bits and values of
 * fixed width are read together. In any other state {@code event} is the code read, less the
 * productions that were passed over.
 */
final class DecodeWriter {

    private static final String ATTRIBUTE = "attribute ";

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
    private final Type type;
    private final List<String> lines = new ArrayList<>();
    private Run run = new Run();
    private final Set<String> used = new HashSet<>(Set.of("at", "in", "event", "bits", "e"));
    private Event event = Event.AHEAD;
    private int productions;
    private Place place = new Place();

    DecodeWriter(Source source, Names names, Type type) {
        this.source = source;
        this.names = names;
        this.type = type;
    }

    void write() {
        String java = source.type(type.java);
        int ends = Ends.of(type);
        source.line(
                "/** Reads what lies between the start and the end of the element, and the end"
                        + (ends == 0 ? "" : " without its last " + ends + " bits, which must be 0")
                        + ". */");
        source.line("static " + java + " decode(BitReader in) {");
        source.line("String at = \"\";");
        source.line("try {");
        Follow end = Follow.of(List.of(), type.mixed);
        productions = end.productions(type.items);
        List<String> arguments = sequence(type, type.items, end);
        if (ends == 0) {
            required("the end of " + type.name, true);
        } else {
            run.withoutEnds(ends - 1);
        }
        flush();
        if (lines.stream().anyMatch(line -> line.contains("event = "))) {
            source.line("int event;");
        }
        if (lines.stream().anyMatch(line -> line.startsWith("bits = "))) {
            source.line("long bits;");
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
            Place before = place.copy();
            if (mayBeEmpty(item)) {
                empty(locals);
            }
            item(item, follow, local);
            place = before;
            place.passed(item.particle() instanceof Particle.Attr, condition(item, local));
        }
        return locals;
    }

    private static boolean mayBeEmpty(Item item) {
        if (!(item.particle() instanceof Particle.Characters characters)) {
            return false;
        }
        return switch (characters.value()) {
            case Value.Text text -> text.min() == 0;
            case Value.Binary binary -> binary.min() == 0;
            default -> false;
        };
    }

    /** Text is the last of its type: where it is missing, the record is complete with none. */
    private void empty(List<String> locals) {
        Particle.Characters text = (Particle.Characters) type.items.getLast().particle();
        List<String> arguments = new ArrayList<>(locals);
        int index = type.components.indexOf(type.items.getLast().component());
        arguments.set(index, Values.empty(text.value(), source));
        read();
        add("if (event != 0 && in.isEnd(event, 1, " + place.expression(false) + ", \"text\")) {");
        add("return new " + source.type(type.java) + "(" + String.join(", ", arguments) + ");");
        add("}");
        event = Event.MATCHED;
    }

    private static String condition(Item item, String local) {
        if (item.component() == null || item.component().list()) {
            return local.isEmpty() || item.min() > 0 ? "" : "!" + local + ".isEmpty()";
        }
        return item.component().nullable() ? local + " != null" : "";
    }

    private void item(Item item, Follow follow, String local) {
        Component component = item.component();
        if (component == null) {
            wildcard(item);
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

    private void wildcard(Item item) {
        read();
        add("if (event == 0) {");
        add("throw in.foreign();");
        add("}");
        if (item.min() > 0) {
            add("if (event > 0) {");
            add(unexpected(1, "an element of another schema", false));
            add("}");
        }
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
            add(unexpected(firsts(item.particle()), expected(item.particle()), false));
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
                element(element, sink);
                next(follow);
            }
            case Particle.Attr attr -> {
                at("@" + attr.name().local());
                value(attr.value(), attr.name(), sink);
                next(follow);
            }
            case Particle.Characters characters -> {
                at("");
                value(characters.value(), names.elementOf(type), sink);
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

    private void element(Particle.Element element, Consumer<String> sink) {
        Value simple = element.value();
        if (element.type() != null) {
            flush();
            sink.accept(names.codec(element.type().java) + ".decode(in)");
            for (int end = Ends.of(element.type()); end > 0; end--) {
                event('e');
            }
        } else if (simple != null && Values.mayBeEmpty(simple)) {
            flush();
            sink.accept(Values.decodeElement(simple, element.name(), names));
        } else if (simple != null) {
            event('v');
            value(simple, element.name(), sink);
            event('e');
        }
    }

    private void value(Value value, Name name, Consumer<String> sink) {
        int bits = Values.width(value);
        if (bits < 0) {
            flush();
            sink.accept(Values.decode(value, name, names));
            return;
        }
        makeRoom(bits + 2);
        run.value(
                bits,
                behind -> lines(sink, Values.decodeFixed(value, "bits", behind, names, source)));
    }

    /** What the sink adds to the lines. */
    private List<String> lines(Consumer<String> sink, String expression) {
        int size = lines.size();
        sink.accept(expression);
        List<String> added = List.copyOf(lines.subList(size, lines.size()));
        lines.subList(size, lines.size()).clear();
        return added;
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
            Place before = place.copy();
            event = size == 1 ? Event.MATCHED : Event.READ;
            if (alternative.record().kind == Type.Kind.GROUP) {
                group(alternative.record(), alternative.items(), sink, follow);
            } else {
                one(alternative.items().getFirst().particle(), sink, follow);
            }
            read();
            place = before;
            start = "} else if (";
            passed += size;
        }
        add("} else {");
        add("throw in.foreign();");
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
            required(expected(particle), false);
            return;
        }
        read();
        if (event == Event.READ) {
            add("if (event >= " + size + ") {");
            add(unexpected(size, expected(particle), false));
            add("}");
        }
        event = Event.MATCHED;
    }

    private void required(String expected, boolean end) {
        if (event == Event.AHEAD && productions == 1) {
            event(place.letter(end));
        } else if (event != Event.MATCHED) {
            read();
            add("if (event != 0) {");
            add(unexpected(1, expected, end));
            add("}");
        }
        event = Event.MATCHED;
    }

    private String unexpected(int escape, String expected, boolean end) {
        boolean text = type.mixed && !expected.startsWith(ATTRIBUTE);
        return "throw in.unexpected(event, %d, %s, %s);"
                .formatted(escape + (text ? 1 : 0), place.expression(end), Source.quote(expected));
    }

    private static String expected(Particle particle) {
        return switch (particle) {
            case Particle.Element element -> element.name().local();
            case Particle.Attr attr -> ATTRIBUTE + attr.name().local();
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
        run.line("at = " + Source.quote(name) + ";");
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
            readEvent(follow.width(List.of()));
        }
    }

    /** Makes sure that the event is in the variable. */
    private void read() {
        int width = Codes.state(productions);
        if (event == Event.AHEAD && run.hasValues() && run.hasRoomFor(width)) {
            run.value(width, _ -> List.of("event = (int) bits & " + ((1 << width) - 1) + ";"));
            event = Event.READ;
        } else if (event == Event.AHEAD) {
            readEvent(Integer.toString(width));
        }
        flush();
    }

    private void readEvent(String width) {
        if (run.hasValues()) {
            flush();
        }
        lines.addAll(run.between());
        String states = run.states();
        run = new Run();
        lines.add(
                states.isEmpty()
                        ? "event = in.event(" + width + ");"
                        : "event = in.event(" + Source.quote(states) + ", " + width + ");");
        event = Event.READ;
    }

    private void event(char state) {
        makeRoom(1);
        run.event(state);
    }

    private void makeRoom(int bits) {
        if (!run.hasRoomFor(bits)) {
            flush();
        }
    }

    private void flush() {
        if (!run.isEmpty()) {
            Run full = run;
            run = new Run();
            lines.addAll(full.lines());
        }
    }

    private void add(String line) {
        flush();
        lines.add(line);
    }
}
