package org.plugcharge.exi.compiler;

import org.plugcharge.exi.compiler.Particle.Item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes all classes of one set: a codec per type, a class per substitution group, the roots of
 * documents and fragments.
 */
final class CodecWriter {

    private static final int HEADER = 0x80;

    private final Schema schema;
    private final Names names;

    CodecWriter(Schema schema) {
        this.schema = schema;
        this.names = new Names(schema);
    }

    List<Source> write() {
        List<Source> sources = new ArrayList<>();
        for (Type type : schema.types()) {
            if (type.kind == Type.Kind.COMPLEX) {
                sources.add(codec(type));
            }
        }
        schema.heads().forEach(head -> sources.add(group(head)));
        sources.add(documents());
        if (!schema.fragments().isEmpty()) {
            sources.add(fragments());
        }
        sources.add(constants());
        return sources;
    }

    private Source codec(Type type) {
        Source source = start(names.codec(type.java), "Codes the type " + type + ".", false);
        if (isCoded(type.items, type.mixed, new HashSet<>())) {
            new EncodeWriter(source, names).write(type);
            source.line("");
            new DecodeWriter(source, names, type).write();
        } else {
            refusing(source, type);
        }
        return source.line("}");
    }

    /**
     * A few types of xmldsig repeat a sequence that ends with a wildcard; their codes are not in
     * the order of the particles.
     */
    private static boolean isCoded(List<Item> items, boolean mixed, Set<Grammar.State> seen) {
        Grammar.State state = new Grammar.State(items, mixed);
        if (!seen.add(state) || seen.size() > 200) {
            return true;
        }
        List<Grammar.Production> linear = new ArrayList<>(Grammar.inSchemaOrder(state));
        List<Grammar.Production> sorted = new ArrayList<>(Grammar.productions(state));
        if (mixed
                && !sorted.isEmpty()
                && sorted.getLast().particle() == null
                && sorted.getLast().kind() == Grammar.Kind.TEXT) {
            sorted.removeLast();
        }
        if (!linear.equals(sorted)) {
            return false;
        }
        for (Grammar.Production production : sorted) {
            if (production.next() != null && !isCoded(production.next().items(), mixed, seen)) {
                return false;
            }
        }
        return true;
    }

    private void refusing(Source source, Type type) {
        source.line(
                "static void encode(BitWriter out, long code, int width, "
                        + source.type(type.java)
                        + " value) {");
        source.line("throw out.refuse(\"" + type.name + " is not written\");");
        source.line("}");
        source.line("");
        source.line("static " + source.type(type.java) + " decode(BitReader in) {");
        source.line("throw in.refuse(\"expected no " + type.name + ", which is not read\");");
        source.line("}");
    }

    private Source group(Head head) {
        Source source =
                start(
                        names.codec(head.java),
                        "Codes the elements that may stand for " + head.name + ".",
                        false);
        String java = source.type(head.java);
        source.line(
                "/** Writes the start of an element, whose code is counted from {@code code}, and"
                        + " the element. */");
        source.line(
                "static void encode(BitWriter out, long code, int width, " + java + " value) {");
        source.line("String at = \"\";");
        source.line("try {");
        int index = 0;
        String start = "if (";
        for (Particle.Element member : head.elements) {
            if (isRecord(member)) {
                source.line(start + "value instanceof " + source.type(java(member)) + " member) {");
                source.line("at = " + Source.quote(member.name().local()) + ";");
                source.line(
                        names.codec(java(member))
                                + ".encode(out, code + "
                                + index
                                + ", width, member);");
                encodedEnds(source, member);
                start = "} else if (";
            }
            index++;
        }
        source.line(start.equals("if (") ? "if (true) {" : "} else {");
        source.line(
                "throw out.refuse(\"expected one of the group "
                        + head.name.local()
                        + ", found \" + value);");
        source.line("}");
        endOfPath(source);
        source.line("}");
        source.line("");
        source.line("/** Reads the element whose start was found. */");
        source.line("static " + java + " decode(BitReader in, int event) {");
        source.line("String at = \"\";");
        source.line("try {");
        source.line("switch (event) {");
        index = 0;
        for (Particle.Element member : head.elements) {
            source.line("case " + index++ + " -> {");
            if (isRecord(member)) {
                source.line("at = " + Source.quote(member.name().local()) + ";");
                decoded(source, member, "return");
            } else {
                source.line(
                        "throw in.refuse(\"expected an element that is not abstract, found "
                                + member.name().local()
                                + "\");");
            }
            source.line("}");
        }
        source.line(
                "default -> throw in.refuse(\"expected one of the group "
                        + head.name.local()
                        + ", found event code \" + event);");
        source.line("}");
        endOfPath(source);
        source.line("}");
        return source.line("}");
    }

    /** The bits that the codec of the element's type left to write. */
    private static void encodedEnds(Source source, Particle.Element element) {
        int ends = element.type() == null ? 0 : Ends.of(element.type());
        if (ends > 0) {
            source.line("out.bits(0, " + ends + ");");
        }
    }

    /** Decodes the content of an element with the bits that the codec of its type left to read. */
    private void decoded(Source source, Particle.Element element, String keyword) {
        String codec = names.codec(java(element));
        int ends = element.type() == null ? 0 : Ends.of(element.type());
        if (ends == 0) {
            source.line(keyword + " " + codec + ".decode(in);");
            return;
        }
        source.line(source.type(java(element)) + " found = " + codec + ".decode(in);");
        source.line("in.events(\"" + "e".repeat(ends) + "\");");
        source.line(keyword + " found;");
    }

    private static void endOfPath(Source source) {
        source.line("} catch (ExiException e) {");
        source.line("throw e.within(at);");
        source.line("}");
    }

    private static boolean isRecord(Particle.Element element) {
        return element.type() != null && element.type().kind == Type.Kind.COMPLEX;
    }

    private static String java(Particle.Element element) {
        return element.type() == null ? "" : element.type().java;
    }

    private Source documents() {
        Source source =
                start(
                        schema.prefix() + "Documents",
                        "Codes whole documents of the set " + schema.name() + ".",
                        true);
        int width = Codes.bits(schema.globals().size() + 1);
        List<Name> sorted = List.copyOf(schema.globals().keySet());
        roots(source, schema.globals(), sorted, width, "a global element");
        byRecord(source, schema.globals(), sorted, width, "a global element", -1);
        source.line("");
        source.line("@Override");
        source.line("public NamedValue decode(BitReader in) {");
        source.line("String at = \"\";");
        source.line("try {");
        source.line("in.header();");
        source.line("int event = in.event(" + width + ");");
        source.line("Object root = switch (event) {");
        schema.globals()
                .forEach((name, element) ->
                        root(source, sorted.indexOf(name), name, element, false));
        source.line(
                "default -> throw in.refuse(\"expected a global element, found event code \" +"
                        + " event);");
        source.line("};");
        source.line("in.finish();");
        source.line("return new NamedValue(at, root);");
        endOfPath(source);
        source.line("}");
        readers(source, schema.globals());
        types(source, schema.globals());
        return source.line("}");
    }

    /** One case of the switch over the root elements. */
    private void root(
            Source source, int code, Name name, Particle.Element element, boolean relaxed) {
        if (!isRecord(element) && element.value() == null) {
            source.line(
                    "case "
                            + code
                            + " -> throw in.refuse(\"expected an element that is not abstract,"
                            + " found "
                            + name.local()
                            + "\");");
            return;
        }
        source.line("case " + code + " -> {");
        source.line("at = " + Source.quote(name.local()) + ";");
        if (relaxed) {
            source.line("yield read" + name.local() + "(in);");
        } else if (isRecord(element)) {
            decoded(source, element, "yield");
        } else {
            source.line("yield read" + identifier(name) + "(in);");
        }
        source.line("}");
    }

    private static void types(Source source, Map<Name, Particle.Element> elements) {
        source.line("");
        source.line("@Override");
        source.line("public java.util.Map<String, Class<?>> types() {");
        source.line("java.util.Map<String, Class<?>> types = new java.util.TreeMap<>();");
        Set<String> taken = new HashSet<>();
        elements.forEach((name, element) -> {
            String label = taken.add(name.local()) ? name.local() : name.toString();
            if (isRecord(element) || element.value() != null) {
                String type =
                        isRecord(element) || element.value() == null
                                ? java(element)
                                : javaOf(element.value());
                source.line(
                        "types.put(" + Source.quote(label) + ", " + source.type(type) + ".class);");
            }
        });
        source.line("return types;");
        source.line("}");
    }

    private void roots(
            Source source,
            Map<Name, Particle.Element> elements,
            List<Name> sorted,
            int width,
            String what) {
        source.line("@Override");
        source.line("public void encode(BitWriter out, String element, Object value) {");
        source.line("try {");
        source.line("switch (element) {");
        Set<String> taken = new HashSet<>();
        elements.forEach((name, element) -> {
            String label = taken.add(name.local()) ? name.local() : name.toString();
            int code = sorted.indexOf(name);
            source.line("case " + Source.quote(label) + " -> {");
            source.line("out.bits(" + HEADER + ", 8);");
            if (isRecord(element)) {
                source.line(
                        names.codec(java(element))
                                + ".encode(out, "
                                + code
                                + ", "
                                + width
                                + ", ("
                                + source.type(java(element))
                                + ") value);");
                encodedEnds(source, element);
                source.line("}");
            } else if (element.value() != null) {
                simple(source, element.value(), code, width);
                source.line("}");
            } else {
                source.line(
                        "throw out.refuse(\"" + name.local() + " is abstract or has no record\");");
                source.line("}");
            }
        });
        source.line(
                "default -> throw out.refuse(\"expected "
                        + what
                        + " of "
                        + schema.name()
                        + ", found \" + element);");
        source.line("}");
        source.line("} catch (ExiException e) {");
        source.line("throw e.within(element);");
        source.line("}");
        source.line("}");
    }

    /** The element of a record is known by its class, if it has only one. */
    private void byRecord(
            Source source,
            Map<Name, Particle.Element> elements,
            List<Name> sorted,
            int width,
            String what,
            int end) {
        source.line("");
        source.line("@Override");
        source.line("public void encode(BitWriter out, Record value) {");
        source.line("String at = \"\";");
        source.line("try {");
        source.line("out.bits(" + HEADER + ", 8);");
        String start = "if (";
        for (Particle.Element element : ofOneRecord(elements)) {
            source.line(start + "value instanceof " + source.type(java(element)) + " root) {");
            source.line("at = " + Source.quote(element.name().local()) + ";");
            boolean relaxed = end >= 0 && isRelaxed(element.name());
            source.line(
                    (relaxed
                                    ? "write" + identifier(element.name())
                                    : names.codec(java(element)) + ".encode")
                            + "(out, "
                            + sorted.indexOf(element.name())
                            + ", "
                            + width
                            + ", root);");
            if (!relaxed) {
                encodedEnds(source, element);
            }
            start = "} else if (";
        }
        source.line(start.equals("if (") ? "if (true) {" : "} else {");
        source.line(
                "throw out.refuse(\"expected "
                        + what
                        + " of "
                        + schema.name()
                        + ", found \" + value.getClass().getSimpleName());");
        source.line("}");
        if (end >= 0) {
            source.line("out.bits(" + end + ", " + width + ");");
        }
        endOfPath(source);
        source.line("}");
    }

    /** Where a record has several elements, that of the set's own namespace is taken. */
    private List<Particle.Element> ofOneRecord(Map<Name, Particle.Element> elements) {
        Map<String, List<Particle.Element>> byRecord = new TreeMap<>();
        for (Particle.Element element : elements.values()) {
            if (isRecord(element)) {
                byRecord.computeIfAbsent(java(element), _ -> new ArrayList<>()).add(element);
            }
        }
        return byRecord.values().stream()
                .map(all ->
                        all.size() == 1
                                ? all
                                : all.stream()
                                        .filter(one -> one.name().uri().equals(schema.uri()))
                                        .toList())
                .filter(all -> all.size() == 1)
                .map(List::getFirst)
                .toList();
    }

    private static void simple(Source source, Value type, int code, int width) {
        String value = "((" + source.type(javaOf(type)) + ") value)";
        String start = Integer.toString(code << 1);
        int bits = Values.width(type);
        if (bits < 0) {
            source.line(Values.encode(type, start, Integer.toString(width + 1), value));
        } else {
            source.line("out.bits(" + start + ", " + (width + 1) + ");");
            source.line("out.bits(" + Values.bits(type, value) + ", " + bits + ");");
        }
        source.line("out.bits(0, 1);");
    }

    private static String identifier(Name name) {
        return name.local().replaceAll("\\W", "_");
    }

    private void readers(Source source, Map<Name, Particle.Element> elements) {
        elements.forEach((name, element) -> {
            Value type = element.value();
            if (type != null) {
                source.line("");
                source.line("private static Object read" + identifier(name) + "(BitReader in) {");
                if (Values.mayBeEmpty(type)) {
                    source.line("return " + Values.decodeElement(type, name, names) + ";");
                } else {
                    number(source, name, type);
                }
                source.line("}");
            }
        });
    }

    private void number(Source source, Name name, Value type) {
        int bits = Values.width(type);
        source.line("in.events(\"v\");");
        String read =
                bits < 0
                        ? Values.decode(type, name, names)
                        : Values.decodeFixed(type, "in.bits(" + bits + ")", 0, names, source);
        source.line("Object value = " + read + ";");
        source.line("in.events(\"e\");");
        source.line("return value;");
    }

    private static String javaOf(Value value) {
        return switch (value) {
            case Value.Bool _ -> "Boolean";
            case Value.Int number ->
                    switch (number.java()) {
                        case "byte" -> "Byte";
                        case "short" -> "Short";
                        case "int" -> "Integer";
                        default -> "Long";
                    };
            case Value.BigInt _ -> "java.math.BigInteger";
            case Value.Text _ -> "String";
            case Value.Binary _ -> "org.plugcharge.exi.Bytes";
            case Value.Enumeration constants -> constants.java();
        };
    }

    private Source fragments() {
        Source source =
                start(
                        schema.prefix() + "Fragments",
                        "Codes single elements of the set " + schema.name() + " as EXI fragments.",
                        true);
        List<Name> sorted = List.copyOf(schema.declared().keySet());
        Map<Name, Particle.Element> chosen = new TreeMap<>();
        for (String local : schema.fragments()) {
            List<Name> named = sorted.stream().filter(name -> name.local().equals(local)).toList();
            if (named.size() != 1) {
                throw new SchemaException(
                        null, "expected one element " + local + " for a fragment, found " + named);
            }
            chosen.put(named.getFirst(), recordOf(named.getFirst()));
        }
        int width = Codes.bits(sorted.size() + 2);
        int end = sorted.size() + 1;
        source.line("@Override");
        source.line("public void encode(BitWriter out, String element, Object value) {");
        source.line("try {");
        source.line("out.bits(" + HEADER + ", 8);");
        source.line("switch (element) {");
        chosen.forEach((name, element) -> {
            source.line("case " + Source.quote(name.local()) + " -> {");
            String codec =
                    isRelaxed(name)
                            ? "write" + identifier(name)
                            : names.codec(java(element)) + ".encode";
            source.line(
                    codec
                            + "(out, "
                            + sorted.indexOf(name)
                            + ", "
                            + width
                            + ", ("
                            + source.type(java(element))
                            + ") value);");
            if (!isRelaxed(name)) {
                encodedEnds(source, element);
            }
            source.line("}");
        });
        source.line(
                "default -> throw out.refuse(\"expected an element that is signed, found \" +"
                        + " element);");
        source.line("}");
        source.line("out.bits(" + end + ", " + width + ");");
        source.line("} catch (ExiException e) {");
        source.line("throw e.within(element);");
        source.line("}");
        source.line("}");
        byRecord(source, chosen, sorted, width, "an element that is signed", end);
        source.line("");
        source.line("@Override");
        source.line("public NamedValue decode(BitReader in) {");
        source.line("String at = \"\";");
        source.line("try {");
        source.line("in.header();");
        source.line("int event = in.event(" + width + ");");
        source.line("Object root = switch (event) {");
        chosen.forEach((name, element) ->
                root(source, sorted.indexOf(name), name, element, isRelaxed(name)));
        source.line(
                "default -> throw in.refuse(\"expected an element that is signed, found event code"
                        + " \" + event);");
        source.line("};");
        source.line("if (in.event(" + width + ") != " + end + ") {");
        source.line("throw in.refuse(\"expected the end of the fragment, found more\");");
        source.line("}");
        source.line("in.finish();");
        source.line("return new NamedValue(at, root);");
        endOfPath(source);
        source.line("}");
        readers(source, Map.of());
        types(source, chosen);
        chosen.forEach((name, element) -> {
            if (isRelaxed(name)) {
                new RelaxedWriter(schema, names, source).write(name, element);
            }
        });
        return source.line("}");
    }

    private boolean isRelaxed(Name name) {
        return schema.declared().getOrDefault(name, List.of()).size() > 1;
    }

    private Particle.Element recordOf(Name name) {
        return schema.declared().getOrDefault(name, List.of()).stream()
                .filter(CodecWriter::isRecord)
                .findFirst()
                .orElseThrow(() ->
                        new SchemaException(null, "expected a record for the fragment " + name));
    }

    private Source constants() {
        Source source =
                start(
                        "Constants",
                        "The constants of the enumerations, in the order of their codes.",
                        false);
        Map<String, Value.Enumeration> all = new TreeMap<>();
        schema.types()
                .forEach(type ->
                        type.items.forEach(item -> {
                            Value value =
                                    switch (item.particle()) {
                                        case Particle.Element element -> element.value();
                                        case Particle.Attr attr -> attr.value();
                                        case Particle.Characters characters -> characters.value();
                                        default -> null;
                                    };
                            if (value instanceof Value.Enumeration enumeration) {
                                all.put(Values.constantsOf(enumeration), enumeration);
                            }
                        }));
        all.forEach((name, enumeration) ->
                source.line(
                        "static final "
                                + source.type(enumeration.java())
                                + "[] "
                                + name
                                + " = "
                                + source.type(enumeration.java())
                                + ".values();"));
        return source.line("}");
    }

    private Source start(String name, String purpose, boolean isPublic) {
        Source source = new Source(names.javaPackage(), name);
        for (String used :
                List.of("BitReader", "BitWriter", "ExiException", "NamedValue", "RootCodec")) {
            source.type("org.plugcharge.exi." + used);
        }
        source.line(
                "/** "
                        + purpose.replace("{", "").replace("}", " ")
                        + " Generated from the records. */");
        source.line(
                isPublic
                        ? "public final class " + name + " implements RootCodec {"
                        : "final class " + name + " {");
        source.line("");
        if (isPublic) {
            source.line("/** The only one there is. */");
            source.line("public static final " + name + " CODEC = new " + name + "();");
            source.line("");
        }
        source.line("private " + name + "() {}");
        source.line("");
        return source;
    }
}
