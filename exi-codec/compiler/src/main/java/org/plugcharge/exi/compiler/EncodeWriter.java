package org.plugcharge.exi.compiler;

import org.plugcharge.exi.compiler.Particle.Component;
import org.plugcharge.exi.compiler.Particle.Item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the encode method of one type.
 *
 * <p>Event codes and values of fixed width wait until something of another width comes, and are
 * then written together. Behind an optional particle, {@code code} and {@code width} are the bits
 * that wait: those before, and the code of the first production that was not passed over.
 */
final class EncodeWriter {

    /** The most bits that a caller may leave to a codec, and the most in the variables. */
    private static final int AHEAD = 17;

    /** The most bits that wait when a number is written with them. */
    private static final int NUMBER_AHEAD = 40;

    /** The widest event code there can be. */
    private static final int EVENT = 12;

    private final Source source;
    private final Names names;
    private final List<String> lines = new ArrayList<>();
    private final Waiting waiting = new Waiting();

    /** Whether the variables hold the code of the next event. */
    private boolean counting;

    /** If not, its code and width. */
    private int code;

    private int width;
    private final Set<String> used =
            new HashSet<>(Set.of("at", "out", "value", "code", "width", "e"));

    EncodeWriter(Source source, Names names) {
        this.source = source;
        this.names = names;
    }

    void write(Type type) {
        int ends = Ends.of(type);
        source.line(
                "/** Writes what lies between the start and the end of the element, and the end"
                        + (ends == 0 ? "" : " without its last " + ends + " zero bits")
                        + "; {@code code} waits to be written before it. */");
        source.line(
                "static void encode(BitWriter out, long code, int width, "
                        + source.type(type.java)
                        + " value) {");
        source.line("String at = \"\";");
        source.line("try {");
        Follow end = Follow.of(List.of(), type.mixed);
        waiting.variables(AHEAD);
        width = Integer.parseInt(end.width(type.items));
        sequence(type.items, end, "value");
        event();
        if (ends > 0) {
            waiting.withoutEnds(ends);
        }
        flush();
        lines.forEach(source::line);
        source.line("} catch (ExiException e) {");
        source.line("throw e.within(at);");
        source.line("}");
        source.line("}");
    }

    private void sequence(List<Item> items, Follow outer, String record) {
        for (int index = 0; index < items.size(); index++) {
            item(items.get(index), outer.then(items.subList(index + 1, items.size())), record);
        }
    }

    private void item(Item item, Follow follow, String record) {
        Component component = item.component();
        if (component == null) {
            unheld(item, follow);
        } else if (component.list()) {
            list(item, component, follow, record);
        } else if (component.nullable()) {
            optional(item, component, follow, record);
        } else {
            one(item.particle(), record + "." + component.name() + "()", follow);
        }
    }

    /**
     * A wildcard, which is never written, or the element of an alternative, which is the record
     * itself.
     */
    private void unheld(Item item, Follow follow) {
        if (item.particle() instanceof Particle.Any) {
            if (item.min() > 0) {
                add("if (true) {");
                add("throw out.refuse(\"content of other namespaces is not written\");");
                add("}");
            }
            skip(1);
        } else {
            throw new SchemaException(
                    null, "no component holds " + item.particle() + " before " + follow);
        }
    }

    private void optional(Item item, Component component, Follow follow, String record) {
        String local = local(component.name());
        toVariables();
        add(
                source.type(component.javaType())
                        + " "
                        + local
                        + " = "
                        + record
                        + "."
                        + component.name()
                        + "();");
        add("if (" + local + " != null) {");
        int most = waiting.most();
        one(item.particle(), local, follow);
        toVariables();
        waiting.variables(Math.max(most, waiting.most()));
        add("} else {");
        add("code += " + firsts(item.particle()) + ";");
        add("}");
    }

    private void list(Item item, Component component, Follow follow, String record) {
        String local = local(component.name());
        toVariables();
        add(
                source.type(component.javaType())
                        + " "
                        + local
                        + " = "
                        + record
                        + "."
                        + component.name()
                        + "();");
        at(item.particle());
        add("out.checkSize(" + local + ".size(), " + item.min() + ", " + max(item) + ");");
        String index = local("i");
        add("for (int " + index + " = 0; " + index + " < " + local + ".size(); " + index + "++) {");
        waiting.variables(AHEAD);
        one(item.particle(), local + ".get(" + index + ")", follow.repeated(item, index + " + 1"));
        if (waiting.inVariables() && !counting) {
            flush();
        }
        toVariables();
        waiting.variables(AHEAD);
        add("}");
        if (item.max() == Integer.MAX_VALUE) {
            add("code += " + firsts(item.particle()) + ";");
        } else {
            add(
                    "code += "
                            + local
                            + ".size() < "
                            + max(item)
                            + " ? "
                            + firsts(item.particle())
                            + " : 0;");
        }
    }

    private void one(Particle particle, String value, Follow follow) {
        switch (particle) {
            case Particle.Element element -> {
                at(particle);
                event();
                if (element.type() != null) {
                    if (waiting.most() > AHEAD) {
                        flush();
                    }
                    child(names.codec(element.type().java), value, Ends.of(element.type()));
                } else if (element.value() != null) {
                    constant(0, 1);
                    value(element.value(), value);
                    constant(0, 1);
                }
                next(follow);
            }
            case Particle.Attr attr -> {
                at(particle);
                event();
                value(attr.value(), value);
                next(follow);
            }
            case Particle.Characters characters -> {
                add("at = \"\";");
                event();
                value(characters.value(), value);
                next(follow);
            }
            case Particle.Substitution substitution -> {
                add("at = \"\";");
                if (waiting.most() + width > AHEAD && !counting) {
                    flush();
                }
                event();
                child(names.codec(substitution.head().java), value, 0);
                next(follow);
            }
            case Particle.Sequence sequence -> sequence(sequence.group().items, follow, value);
            case Particle.Alternatives alternatives ->
                    alternatives(alternatives.choice(), value, follow);
            case Particle.Any any ->
                    throw new SchemaException(null, "a component cannot hold " + any);
        }
    }

    /** The content of an element, by the codec of its type, which writes what waits. */
    private void child(String codec, String value, int ends) {
        lines.add(
                codec
                        + ".encode(out, "
                        + waiting.bits()
                        + ", "
                        + waiting.width()
                        + ", "
                        + value
                        + ");");
        waiting.clear();
        if (ends > 0) {
            constant(0, ends);
        }
    }

    private void value(Value type, String value) {
        int bits = Values.width(type);
        if (bits < 0) {
            if (waiting.most() > NUMBER_AHEAD) {
                flush();
            }
            lines.add(Values.encode(type, waiting.bits(), waiting.width(), value));
            waiting.clear();
            return;
        }
        String expression = Values.bits(type, value);
        if (type instanceof Value.Int) {
            String local = local("bits");
            lines.add("long " + local + " = " + expression + ";");
            expression = local;
        }
        makeRoom(bits + 2);
        waiting.value(expression, bits);
    }

    private void alternatives(ChoiceType choice, String value, Follow follow) {
        toVariables();
        int most = waiting.most();
        int after = 0;
        int passed = 0;
        String start = "if (";
        for (Particle.Alternative alternative : choice.alternatives) {
            counting = true;
            waiting.variables(most);
            String local = local("alternative");
            add(
                    start
                            + value
                            + " instanceof "
                            + source.type(alternative.record().java)
                            + " "
                            + local
                            + ") {");
            skip(passed);
            if (alternative.record().kind == Type.Kind.GROUP) {
                sequence(alternative.items(), follow, local);
            } else {
                one(alternative.items().getFirst().particle(), local, follow);
            }
            toVariables();
            after = Math.max(after, waiting.most());
            start = "} else if (";
            passed += firsts(alternative.items());
        }
        add("} else {");
        add(
                "throw out.refuse(\"expected an alternative of this message set, found \" + "
                        + value
                        + ");");
        add("}");
        waiting.variables(after);
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

    private static String max(Item item) {
        return item.max() == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : Integer.toString(item.max());
    }

    private void at(Particle particle) {
        String name =
                switch (particle) {
                    case Particle.Element element -> element.name().local();
                    case Particle.Attr attr -> "@" + attr.name().local();
                    case Particle.Substitution substitution -> substitution.head().name.local();
                    default -> "";
                };
        if (!name.isEmpty()) {
            add("at = " + Source.quote(name) + ";");
        }
    }

    private String local(String name) {
        String free = used.add(name) ? name : name + used.size();
        used.add(free);
        return free;
    }

    /** The event code of the first production that was not passed over. */
    private void event() {
        if (!counting) {
            constant(code, width);
        }
        counting = false;
    }

    private void skip(int productions) {
        if (productions == 0) {
            return;
        }
        if (counting) {
            add("code += " + productions + ";");
        } else {
            code += productions;
        }
    }

    private void next(Follow follow) {
        String next = follow.width(List.of());
        counting = false;
        code = 0;
        if (next.chars().allMatch(Character::isDigit)) {
            width = Integer.parseInt(next);
        } else {
            int zeros = waiting.zeros();
            if (zeros < 0) {
                flush();
            }
            lines.add("code = 0;");
            lines.add("width = " + (zeros > 0 ? zeros + " + (" + next + ")" : next) + ";");
            counting = true;
            waiting.variables(Math.max(0, zeros) + EVENT);
        }
    }

    private void toVariables() {
        if (counting) {
            return;
        }
        if (waiting.most() + width > AHEAD) {
            flush();
        }
        constant(code, width);
        lines.add("code = " + waiting.bits() + ";");
        lines.add("width = " + waiting.width() + ";");
        waiting.variables(waiting.most());
        counting = true;
    }

    private void constant(long value, int bits) {
        makeRoom(bits);
        waiting.constant(value, bits);
    }

    private void makeRoom(int bits) {
        if (!waiting.hasRoomFor(bits)) {
            flush();
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            lines.add("out.bits(" + waiting.bits() + ", " + waiting.width() + ");");
            waiting.clear();
        }
    }

    private void add(String line) {
        if (line.startsWith("at = ") && !lines.isEmpty() && lines.getLast().startsWith("at = ")) {
            lines.removeLast();
        }
        lines.add(line);
    }
}
