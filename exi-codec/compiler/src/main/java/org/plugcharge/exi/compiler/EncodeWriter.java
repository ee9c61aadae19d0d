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
 * <p>While only required particles have passed, event codes are constants and folded together.
 * Behind an optional one, {@code code} counts the productions that were passed over in the present
 * state and {@code width} is the width of that state's codes.
 */
final class EncodeWriter {

    private static final int FOLD = 32;

    private final Source source;
    private final Names names;
    private final List<String> lines = new ArrayList<>();

    /** Whether code and width are known now, and their values if so. */
    private boolean known = true;

    private int code;
    private int width;
    private boolean usesVariables;
    private long foldedValue;
    private int foldedWidth;
    private final Set<String> used =
            new HashSet<>(Set.of("at", "out", "value", "code", "width", "e"));

    EncodeWriter(Source source, Names names) {
        this.source = source;
        this.names = names;
    }

    void write(Type type) {
        source.line(
                "/** Writes what lies between the start and the end of the element, and the end."
                        + " */");
        source.line("static void encode(BitWriter out, " + source.type(type.java) + " value) {");
        source.line("String at = \"\";");
        source.line("try {");
        Follow end = Follow.of(List.of(), type.mixed);
        width = Integer.parseInt(end.width(type.items));
        sequence(type.items, end, "value");
        event(0);
        flush();
        if (usesVariables) {
            source.line("int code = 0;");
            source.line("int width = 0;");
        }
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
                flush();
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
        one(item.particle(), local, follow);
        toVariables();
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
        one(item.particle(), local + ".get(" + index + ")", follow.repeated(item, index + " + 1"));
        toVariables();
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
                event(0);
                if (element.type() != null) {
                    flush();
                    add(names.codec(element.type().java) + ".encode(out, " + value + ");");
                } else if (element.value() != null) {
                    fixed(0, 1);
                    flush();
                    add(Values.encode(element.value(), value));
                    fixed(0, 1);
                }
                next(follow);
            }
            case Particle.Attr attr -> {
                at(particle);
                event(0);
                flush();
                add(Values.encode(attr.value(), value));
                next(follow);
            }
            case Particle.Characters characters -> {
                add("at = \"\";");
                event(0);
                flush();
                add(Values.encode(characters.value(), value));
                next(follow);
            }
            case Particle.Substitution substitution -> {
                add("at = \"\";");
                flush();
                String group = names.codec(substitution.head().java);
                add(
                        group
                                + ".encode(out, "
                                + (known ? code + ", " + width : "code, width")
                                + ", "
                                + value
                                + ");");
                next(follow);
            }
            case Particle.Sequence sequence -> sequence(sequence.group().items, follow, value);
            case Particle.Alternatives alternatives ->
                    alternatives(alternatives.choice(), value, follow);
            case Particle.Any any ->
                    throw new SchemaException(null, "a component cannot hold " + any);
        }
    }

    private void alternatives(ChoiceType choice, String value, Follow follow) {
        toVariables();
        int passed = 0;
        String start = "if (";
        for (Particle.Alternative alternative : choice.alternatives) {
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
            start = "} else if (";
            passed += firsts(alternative.items());
        }
        add("} else {");
        add(
                "throw out.refuse(\"expected an alternative of this message set, found \" + "
                        + value
                        + ");");
        add("}");
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

    /** Writes the event code of the production {@code offset} places behind the present one. */
    private void event(int offset) {
        if (known) {
            fixed(code + (long) offset, width);
        } else {
            flush();
            add("out.bits(code" + (offset == 0 ? "" : " + " + offset) + ", width);");
        }
    }

    private void skip(int productions) {
        if (productions == 0) {
            return;
        }
        if (known) {
            code += productions;
        } else {
            add("code += " + productions + ";");
        }
    }

    private void next(Follow follow) {
        String next = follow.width(List.of());
        if (next.chars().allMatch(Character::isDigit)) {
            known = true;
            code = 0;
            width = Integer.parseInt(next);
        } else {
            flush();
            usesVariables = true;
            known = false;
            lines.add("code = 0;");
            lines.add("width = " + next + ";");
        }
    }

    private void toVariables() {
        flush();
        if (known) {
            usesVariables = true;
            known = false;
            lines.add("code = " + code + ";");
            lines.add("width = " + width + ";");
        }
    }

    private void fixed(long value, int bits) {
        if (foldedWidth + bits > FOLD) {
            flush();
        }
        foldedValue = foldedValue << bits | value;
        foldedWidth += bits;
    }

    private void flush() {
        if (foldedWidth > 0) {
            lines.add("out.bits(" + foldedValue + ", " + foldedWidth + ");");
            foldedValue = 0;
            foldedWidth = 0;
        }
    }

    private void add(String line) {
        if (!line.startsWith("at = ")) {
            flush();
        }
        lines.add(line);
    }
}
