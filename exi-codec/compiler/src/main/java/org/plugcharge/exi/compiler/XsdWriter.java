package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.compiler.Particle.Item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a set as XML Schema text: one file per namespace, one with the restricted simple types,
 * one that imports them all.
 *
 * <p>It is our own text of the same model, not a copy of anybody's schema: types are flattened but
 * for what substitution groups need.
 */
final class XsdWriter {

    private static final String SIMPLE_TYPES = "urn:plugcharge:simple-types";
    private static final String STEP = "  ";

    private final Schema schema;
    private final Map<String, String> prefixes = new TreeMap<>();
    private final Map<String, String> simple = new TreeMap<>();
    private final Map<Type, Head> baseHeads = new HashMap<>();

    /** Elements that types of other namespaces inherit: by namespace, by name of the group. */
    private final Map<String, Map<String, List<Item>>> lent = new TreeMap<>();

    private StringBuilder text = new StringBuilder();

    private XsdWriter(Schema schema) {
        this.schema = schema;
    }

    /** The files by name; {@code index.xsd} imports all others. */
    static Map<String, String> write(Schema schema) {
        return new XsdWriter(schema).files();
    }

    private Map<String, String> files() {
        Set<String> uris = new TreeSet<>();
        schema.types().forEach(type -> uris.add(type.uri));
        schema.globals().keySet().forEach(name -> uris.add(name.uri()));
        uris.forEach(uri -> prefixes.put(uri, fileStem(uri)));
        for (Head head : schema.heads()) {
            for (Particle.Element member : head.elements) {
                if (member.type() != null
                        && member.type().kind == Type.Kind.COMPLEX
                        && !member.name().equals(head.name)) {
                    baseHeads.putIfAbsent(member.type(), head);
                }
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder entry =
                new StringBuilder("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n");
        schema.types().forEach(type -> inChunks(ownItems(type), type.uri));
        for (String uri : uris) {
            files.put(prefixes.get(uri) + ".xsd", file(uri));
            entry.append(STEP).append(importOf(uri));
        }
        files.put("simple-types.xsd", simpleTypes());
        files.put("index.xsd", entry.append("</xs:schema>\n").toString());
        return files;
    }

    private String fileStem(String uri) {
        List<String> parts = new ArrayList<>(List.of(uri.split("[:/#]+")));
        String last = parts.getLast().replaceAll("[^A-Za-z0-9_.-]", "");
        String stem = last.isEmpty() || !Character.isLetter(last.charAt(0)) ? "n" + last : last;
        return prefixes.containsValue(stem) ? stem + prefixes.size() : stem;
    }

    private String importOf(String uri) {
        String file = uri.equals(SIMPLE_TYPES) ? "simple-types" : prefixes.get(uri);
        return "<xs:import namespace=\"" + uri + "\" schemaLocation=\"" + file + ".xsd\"/>\n";
    }

    private String file(String uri) {
        text = new StringBuilder();
        Schema.Form form = schema.forms().getOrDefault(uri, new Schema.Form(true, true));
        text.append("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"")
                .append(uri)
                .append("\"\n");
        prefixes.forEach((other, prefix) ->
                text.append("    xmlns:")
                        .append(prefix)
                        .append("=\"")
                        .append(other)
                        .append("\"\n"));
        text.append("    xmlns:simple=\"").append(SIMPLE_TYPES).append("\"\n");
        text.append("    elementFormDefault=\"")
                .append(form.elements() ? "qualified" : "unqualified");
        text.append("\" attributeFormDefault=\"")
                .append(form.attributes() ? "qualified" : "unqualified")
                .append("\">\n");
        prefixes.keySet().stream()
                .filter(other -> !other.equals(uri))
                .forEach(other -> text.append(STEP).append(importOf(other)));
        text.append(STEP).append(importOf(SIMPLE_TYPES));
        schema.globals()
                .forEach((name, element) -> {
                    if (name.uri().equals(uri)) {
                        global(name, element);
                    }
                });
        Set<String> written = new HashSet<>();
        for (Type type : schema.types()) {
            if (type.uri.equals(uri) && type.kind != Type.Kind.GROUP && written.add(type.name)) {
                complexType(type);
            }
        }
        lent.getOrDefault(uri, Map.of()).forEach(this::group);
        declaredOnly(uri);
        return text.append("</xs:schema>\n").toString();
    }

    private void global(Name name, Particle.Element element) {
        Head own = null;
        Head above = null;
        for (Head head : schema.heads()) {
            if (head.name.equals(name)) {
                own = head;
            } else if (head.elements.stream().anyMatch(member -> member.name().equals(name))) {
                above = head;
            }
        }
        boolean isAbstract = own != null && own.abstractType != null;
        line(
                1,
                "<xs:element name=\""
                        + name.local()
                        + "\" type=\""
                        + typeOf(element)
                        + "\""
                        + (isAbstract ? " abstract=\"true\"" : "")
                        + (above == null
                                ? ""
                                : " substitutionGroup=\""
                                        + prefixed(above.name.uri(), above.name.local())
                                        + "\"")
                        + "/>");
    }

    /**
     * Types without a record, and local elements that only take their place in the fragment
     * grammar.
     */
    private void declaredOnly(String uri) {
        Set<Name> used = new TreeSet<>();
        schema.types().forEach(type -> type.items.forEach(item -> names(item, used)));
        schema.choices()
                .forEach(choice ->
                        choice.alternatives.forEach(
                                one -> one.items().forEach(item -> names(item, used))));
        List<Particle.Element> rest = new ArrayList<>();
        schema.declared()
                .forEach((name, elements) -> {
                    if (name.uri().equals(uri)
                            && !used.contains(name)
                            && !schema.globals().containsKey(name)) {
                        rest.addAll(elements);
                    }
                });
        if (!rest.isEmpty()) {
            line(1, "<xs:complexType name=\"DeclaredOnly\">");
            line(2, "<xs:sequence>");
            rest.forEach(element ->
                    line(
                            3,
                            "<xs:element name=\""
                                    + element.name().local()
                                    + "\" type=\""
                                    + typeOf(element)
                                    + "\"/>"));
            line(2, "</xs:sequence>");
            line(1, "</xs:complexType>");
        }
        Set<String> enumerations = new TreeSet<>();
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
                            if (value instanceof Value.Enumeration enumeration
                                    && enumeration.uri().equals(uri)
                                    && enumerations.add(enumeration.typeName())) {
                                enumeration(enumeration);
                            }
                        }));
        Set<Type> empty = new java.util.LinkedHashSet<>();
        schema.declared()
                .values()
                .forEach(elements ->
                        elements.forEach(element -> {
                            Type type = element.type();
                            if (type != null
                                    && type.uri.equals(uri)
                                    && !schema.types().contains(type)) {
                                empty.add(type);
                            }
                        }));
        empty.forEach(type -> line(1, "<xs:complexType name=\"" + type.name + "\"/>"));
    }

    private static void names(Item item, Set<Name> used) {
        if (item.particle() instanceof Particle.Element element) {
            used.add(element.name());
        }
    }

    private void enumeration(Value.Enumeration enumeration) {
        line(1, "<xs:simpleType name=\"" + enumeration.typeName() + "\">");
        line(2, "<xs:restriction base=\"xs:string\">");
        enumeration
                .values()
                .forEach(value -> line(3, "<xs:enumeration value=\"" + escape(value) + "\"/>"));
        line(2, "</xs:restriction>");
        line(1, "</xs:simpleType>");
    }

    private void complexType(Type type) {
        line(
                1,
                "<xs:complexType name=\""
                        + type.name
                        + "\""
                        + (type.kind == Type.Kind.ABSTRACT ? " abstract=\"true\"" : "")
                        + (type.mixed ? " mixed=\"true\"" : "")
                        + ">");
        Particle.Characters characters =
                type.items.stream()
                        .map(Item::particle)
                        .filter(Particle.Characters.class::isInstance)
                        .map(Particle.Characters.class::cast)
                        .findFirst()
                        .orElse(null);
        Type base = baseOf(type);
        if (characters != null) {
            line(2, "<xs:simpleContent>");
            line(3, "<xs:extension base=\"" + simpleType(characters.value()) + "\">");
            attributes(type.items, type.uri, 4);
            line(3, "</xs:extension>");
            line(2, "</xs:simpleContent>");
        } else if (base != null) {
            line(2, "<xs:complexContent>");
            line(3, "<xs:extension base=\"" + prefixed(base.uri, base.name) + "\">");
            content(ownItems(type), type.uri, 4);
            line(3, "</xs:extension>");
            line(2, "</xs:complexContent>");
        } else {
            content(type.items, type.uri, 2);
        }
        line(1, "</xs:complexType>");
    }

    /** The type that a member of a substitution group has to be derived from. */
    private @Nullable Type baseOf(Type type) {
        Head head = baseHeads.get(type);
        if (head == null) {
            return null;
        }
        if (head.abstractType != null) {
            return head.abstractType;
        }
        return head.elements.stream()
                .filter(element -> element.name().equals(head.name))
                .map(Particle.Element::type)
                .findFirst()
                .orElse(null);
    }

    private static boolean inherited(Item item, Type base) {
        return base.items.stream().anyMatch(own -> own.particle().equals(item.particle()));
    }

    /** What a type has itself, without what it inherits from the head it may stand for. */
    private List<Item> ownItems(Type type) {
        Type base = baseOf(type);
        return base == null
                ? type.items
                : type.items.stream().filter(item -> !inherited(item, base)).toList();
    }

    private void content(List<Item> items, String uri, int depth) {
        List<Chunk> chunks = inChunks(items, uri);
        if (!chunks.isEmpty()) {
            line(depth, "<xs:sequence>");
            for (Chunk chunk : chunks) {
                if (chunk.group().isEmpty()) {
                    chunk.items().forEach(item -> item(item, depth + 1));
                } else {
                    line(depth + 1, "<xs:group ref=\"" + chunk.group() + "\"/>");
                }
            }
            line(depth, "</xs:sequence>");
        }
        attributes(items, uri, depth);
    }

    /** Neighbouring particles; with the name of a group where they are of another namespace. */
    private record Chunk(String group, List<Item> items) {}

    /**
     * A local element takes the namespace of the file it is written in, so that elements inherited
     * from a type of another namespace lie in a group there.
     */
    private List<Chunk> inChunks(List<Item> items, String uri) {
        List<Chunk> chunks = new ArrayList<>();
        String present = "";
        for (Item item : items) {
            if (item.particle() instanceof Particle.Attr) {
                continue;
            }
            String home = homeOf(item, uri);
            if (chunks.isEmpty() || !home.equals(present)) {
                chunks.add(new Chunk("", new ArrayList<>()));
                present = home;
            }
            chunks.getLast().items().add(item);
        }
        return chunks.stream()
                .map(chunk -> {
                    String home = homeOf(chunk.items().getFirst(), uri);
                    return home.equals(uri)
                            ? chunk
                            : new Chunk(prefixed(home, lend(home, chunk.items())), chunk.items());
                })
                .toList();
    }

    private static String homeOf(Item item, String uri) {
        return item.particle() instanceof Particle.Element element
                        && !element.global()
                        && !element.name().uri().isEmpty()
                ? element.name().uri()
                : uri;
    }

    /** The name of the group of these particles in the file of their namespace. */
    private String lend(String home, List<Item> items) {
        Map<String, List<Item>> groups = lent.computeIfAbsent(home, _ -> new TreeMap<>());
        String first = localOf(items.getFirst());
        String stem = items.size() == 1 ? first : first + "-to-" + localOf(items.getLast());
        for (int number = 1; ; number++) {
            String name = number == 1 ? stem : stem + "-" + number;
            List<Item> known = groups.putIfAbsent(name, items);
            if (known == null || sameParticles(known, items)) {
                return name;
            }
        }
    }

    private static String localOf(Item item) {
        return ((Particle.Element) item.particle()).name().local();
    }

    private static boolean sameParticles(List<Item> some, List<Item> others) {
        return some.stream()
                .map(XsdWriter::withoutComponent)
                .toList()
                .equals(others.stream().map(XsdWriter::withoutComponent).toList());
    }

    private static Item withoutComponent(Item item) {
        return new Item(item.particle(), item.min(), item.max(), null);
    }

    private void group(String name, List<Item> items) {
        line(1, "<xs:group name=\"" + name + "\">");
        line(2, "<xs:sequence>");
        items.forEach(item -> item(item, 3));
        line(2, "</xs:sequence>");
        line(1, "</xs:group>");
    }

    private void attributes(List<Item> items, String uri, int depth) {
        for (Item item : items) {
            if (item.particle() instanceof Particle.Attr attr) {
                if (!attr.name().uri().isEmpty() && !attr.name().uri().equals(uri)) {
                    throw new SchemaException(
                            null,
                            "cannot write as XSD that a type of "
                                    + uri
                                    + " inherits the attribute "
                                    + attr.name());
                }
                line(
                        depth,
                        "<xs:attribute name=\""
                                + attr.name().local()
                                + "\" type=\""
                                + simpleType(attr.value())
                                + "\""
                                + (item.min() > 0 ? " use=\"required\"" : "")
                                + "/>");
            }
        }
    }

    private void item(Item item, int depth) {
        String occurs =
                (item.min() == 1 ? "" : " minOccurs=\"" + item.min() + "\"")
                        + (item.max() == 1
                                ? ""
                                : " maxOccurs=\""
                                        + (item.max() == Integer.MAX_VALUE
                                                ? "unbounded"
                                                : item.max())
                                        + "\"");
        switch (item.particle()) {
            case Particle.Element element when element.global() ->
                    line(
                            depth,
                            "<xs:element ref=\""
                                    + prefixed(element.name().uri(), element.name().local())
                                    + "\""
                                    + occurs
                                    + "/>");
            case Particle.Element element ->
                    line(
                            depth,
                            "<xs:element name=\""
                                    + element.name().local()
                                    + "\" type=\""
                                    + typeOf(element)
                                    + "\""
                                    + occurs
                                    + "/>");
            case Particle.Substitution substitution -> {
                Name head = substitution.head().name;
                line(
                        depth,
                        "<xs:element ref=\""
                                + prefixed(head.uri(), head.local())
                                + "\""
                                + occurs
                                + "/>");
            }
            case Particle.Alternatives alternatives -> {
                line(depth, "<xs:choice" + occurs + ">");
                for (Particle.Alternative alternative : alternatives.choice().alternatives) {
                    sequence(alternative.items(), "", depth + 1);
                }
                if (alternatives.choice().wildcard) {
                    line(depth + 1, "<xs:any namespace=\"##other\" processContents=\"lax\"/>");
                }
                line(depth, "</xs:choice>");
            }
            case Particle.Sequence sequence -> sequence(sequence.group().items, occurs, depth);
            case Particle.Any any ->
                    line(
                            depth,
                            "<xs:any namespace=\""
                                    + (any.any() ? "##any" : "##other")
                                    + "\" processContents=\"lax\""
                                    + occurs
                                    + "/>");
            case Particle.Attr _, Particle.Characters _ -> {
                // Attributes are written behind the content; text has no particle.
            }
        }
    }

    private void sequence(List<Item> items, String occurs, int depth) {
        if (items.size() == 1 && occurs.isEmpty()) {
            item(items.getFirst(), depth);
            return;
        }
        line(depth, "<xs:sequence" + occurs + ">");
        items.forEach(item -> item(item, depth + 1));
        line(depth, "</xs:sequence>");
    }

    private String typeOf(Particle.Element element) {
        if (element.type() != null) {
            return prefixed(element.type().uri, element.type().name);
        }
        return element.value() == null ? "xs:anyType" : simpleType(element.value());
    }

    private String simpleType(Value value) {
        if (value instanceof Value.Enumeration enumeration) {
            return prefixed(enumeration.uri(), enumeration.typeName());
        }
        String facets = facets(value);
        if (facets.isEmpty()) {
            return "xs:" + value.xs();
        }
        simple.put(
                value.signature(),
                "<xs:restriction base=\"xs:" + value.xs() + "\">" + facets + "</xs:restriction>");
        return "simple:" + value.signature();
    }

    private static String facets(Value value) {
        return switch (value) {
            case Value.Int number when number.faceted() ->
                    facet("minInclusive", number.min()) + facet("maxInclusive", number.max());
            case Value.Text text -> lengths(text.min(), text.max());
            case Value.Binary binary -> lengths(binary.min(), binary.max());
            default -> "";
        };
    }

    private static String lengths(int min, int max) {
        if (min == max) {
            return facet("length", min);
        }
        return (min == 0 ? "" : facet("minLength", min))
                + (max == Integer.MAX_VALUE ? "" : facet("maxLength", max));
    }

    private static String facet(String name, Object value) {
        return "<xs:" + name + " value=\"" + value + "\"/>";
    }

    private String simpleTypes() {
        text =
                new StringBuilder(
                                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                                        + " targetNamespace=\"")
                        .append(SIMPLE_TYPES)
                        .append("\">\n");
        simple.forEach((name, restriction) ->
                line(
                        1,
                        "<xs:simpleType name=\""
                                + name
                                + "\">"
                                + restriction
                                + "</xs:simpleType>"));
        return text.append("</xs:schema>\n").toString();
    }

    private String prefixed(String uri, String local) {
        return prefixes.getOrDefault(uri, "") + ":" + local;
    }

    private void line(int depth, String line) {
        text.append(STEP.repeat(depth)).append(line).append('\n');
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
