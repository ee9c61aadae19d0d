package org.plugcharge.exi.compiler;

import org.plugcharge.exi.compiler.Particle.Component;
import org.plugcharge.exi.compiler.Particle.Item;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the codec of an element that has more than one type in its schema, as a fragment: by the
 * relaxed element fragment grammar (EXI 1.0, 8.5.3), in which any attribute and element of the
 * schema and untyped text may come.
 *
 * <p>Only attributes and text of the one record are coded; that is all the one such element (eMAID
 * of ISO 15118-2) has.
 */
final class RelaxedWriter {

    private final Schema schema;
    private final Names names;
    private final Source source;

    RelaxedWriter(Schema schema, Names names, Source source) {
        this.schema = schema;
        this.names = names;
        this.source = source;
    }

    void write(Name name, Particle.Element element) {
        Type type = element.type();
        if (type == null || type.items.stream().anyMatch(item -> !isCoded(item))) {
            throw new SchemaException(
                    null, "the relaxed grammar of " + name + " can only code attributes and text");
        }
        int attributes = schema.attributes().size();
        int elements = schema.declared().size();
        int first = Codes.state(attributes + 1 + elements + 3);
        int text = attributes + 1 + elements + 2;
        int rest = Codes.state(elements + 3);
        int end = elements + 1;
        String java = source.type(type.java);
        source.line("");
        source.line(
                "private static void write"
                        + name.local()
                        + "(BitWriter out, long start, int width, "
                        + java
                        + " value) {");
        source.line("out.bits(start, width);");
        for (Item item : type.items) {
            String value = "value." + component(item).name() + "()";
            String write =
                    Values.encode(
                            value(item),
                            Integer.toString(code(item, text)),
                            Integer.toString(first),
                            value);
            if (component(item).nullable()) {
                source.line("if (" + value + " != null) {").line(write).line("}");
            } else {
                source.line(write);
            }
        }
        source.line("out.bits(" + end + ", " + rest + ");");
        source.line("}");
        source.line("");
        source.line("private static " + java + " read" + name.local() + "(BitReader in) {");
        source.line("int event = in.event(" + first + ");");
        List<String> arguments = new ArrayList<>();
        type.components.forEach(component -> arguments.add(component.name()));
        for (Item item : type.items) {
            Component component = component(item);
            String read = Values.decode(value(item), attributeName(item, name), names);
            String local = source.type(component.javaType()) + " " + component.name();
            int code = code(item, text);
            if (component.nullable()) {
                source.line(local + " = null;");
                source.line("if (event == " + code + ") {");
                source.line(component.name() + " = " + read + ";");
                source.line("event = in.event(" + first + ");");
                source.line("}");
            } else {
                source.line("if (event != " + code + ") {");
                source.line(
                        "throw in.refuse(\"expected "
                                + component.name()
                                + ", found event code \" + event);");
                source.line("}");
                source.line(local + " = " + read + ";");
                source.line("event = in.event(" + (code == text ? rest : first) + ");");
            }
        }
        source.line("if (event != " + end + ") {");
        source.line(
                "throw in.refuse(\"expected the end of "
                        + name.local()
                        + ", found event code \" + event);");
        source.line("}");
        source.line("return new " + java + "(" + String.join(", ", arguments) + ");");
        source.line("}");
    }

    private static boolean isCoded(Item item) {
        return (item.particle() instanceof Particle.Attr attr && Values.width(attr.value()) < 0)
                || (item.particle() instanceof Particle.Characters characters
                        && characters.value() instanceof Value.Text
                        && item.min() == 1);
    }

    private int code(Item item, int text) {
        return item.particle() instanceof Particle.Attr attr
                ? List.copyOf(schema.attributes().keySet()).indexOf(attr.name())
                : text;
    }

    private static Name attributeName(Item item, Name element) {
        return item.particle() instanceof Particle.Attr attr ? attr.name() : element;
    }

    private static Value value(Item item) {
        return switch (item.particle()) {
            case Particle.Attr attr -> attr.value();
            case Particle.Characters characters -> characters.value();
            default -> throw new IllegalStateException("not coded: " + item);
        };
    }

    private static Component component(Item item) {
        if (item.component() == null) {
            throw new IllegalStateException("no component: " + item);
        }
        return item.component();
    }
}
