package org.plugcharge.v2g.text;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.text.RecordShape.Kind;
import org.plugcharge.v2g.text.RecordShape.Part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Messages as ordered trees of names and values, with the names of the schema.
 *
 * <p>An element with content is a map, a repeated one a list, a simple one a string, number or
 * boolean; attributes are {@code @Name}, text beside attributes is {@code #text}, a list of
 * alternatives is {@code #} and the component's name. Absent elements are left out. Binaries are
 * hex where the schema says hexBinary, else Base64.
 */
public final class MessageText {

    private static final String TEXT = "#text";

    private MessageText() {}

    /** The tree of a message record: its element's name with its content. */
    public static Map<String, Object> of(Object record) {
        return of(new NamedValue(RecordShape.elementOf(record.getClass()), record));
    }

    /** The tree of a root element. */
    public static Map<String, Object> of(NamedValue root) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(root.name(), content(root.value(), null));
        return tree;
    }

    /** {@link #of(Object)} as indented JSON. */
    public static String json(Object record) {
        return Json.write(of(record), true);
    }

    /** A tree as JSON, on one line or indented. */
    public static String json(Map<String, Object> tree, boolean indented) {
        return Json.write(tree, indented);
    }

    /** A root element as XML with namespaces, indented. */
    public static String xml(NamedValue root) {
        return Xml.write(root, true);
    }

    /** A root element as XML with namespaces, on one line. */
    public static String xmlLine(NamedValue root) {
        return Xml.write(root, false);
    }

    private static Object content(Object value, org.plugcharge.exi.schema.@Nullable Wire wire) {
        if (Scalars.isScalar(value.getClass())) {
            return Scalars.toText(value, wire);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        addParts(value, tree);
        return tree;
    }

    private static void addParts(Object record, Map<String, Object> tree) {
        for (Part part : RecordShape.of(record.getClass()).parts()) {
            Object value = part.valueIn(record);
            if (value instanceof List<?> list) {
                addList(part, list, tree);
            } else if (value != null) {
                addOne(part, value, tree);
            }
        }
    }

    private static void addOne(Part part, Object value, Map<String, Object> tree) {
        switch (part.kind()) {
            case ATTRIBUTE -> tree.put("@" + part.name(), content(value, part.wire()));
            case TEXT -> tree.put(TEXT, content(value, part.wire()));
            case ELEMENT -> tree.put(part.name(), content(value, part.wire()));
            case MEMBER -> tree.put(RecordShape.elementOf(value.getClass()), content(value, null));
            case INLINE -> addInline(value, tree);
        }
    }

    private static void addInline(Object value, Map<String, Object> tree) {
        if (RecordShape.isGroup(value.getClass())) {
            addParts(value, tree);
        } else {
            tree.put(RecordShape.elementOf(value.getClass()), content(value, null));
        }
    }

    private static void addList(Part part, List<?> list, Map<String, Object> tree) {
        if (list.isEmpty()) {
            return;
        }
        List<Object> items = new ArrayList<>();
        for (Object item : list) {
            if (part.kind() == Kind.INLINE) {
                Map<String, Object> inline = new LinkedHashMap<>();
                addInline(item, inline);
                items.add(inline);
            } else if (part.kind() == Kind.MEMBER) {
                items.add(of(item));
            } else {
                items.add(content(item, part.wire()));
            }
        }
        tree.put(part.kind() == Kind.ELEMENT ? part.name() : "#" + part.name(), items);
    }

    /**
     * The record (or simple value) of this class that a tree stands for.
     *
     * @throws MessageTextException if a field is missing, unknown, or of the wrong kind: says which
     *     and what was expected
     */
    public static Object read(Class<?> type, @Nullable Object tree, String name) {
        try {
            return value(type, tree, null);
        } catch (MessageTextException e) {
            throw e.within(name);
        }
    }

    private static Object value(
            Class<?> type, @Nullable Object tree, org.plugcharge.exi.schema.@Nullable Wire wire) {
        if (Scalars.isScalar(type)) {
            return Scalars.toValue(type, tree, wire);
        }
        if (tree instanceof String text) {
            Map<String, @Nullable Object> open = new LinkedHashMap<>();
            if (!text.isBlank()) {
                open.put(TEXT, text);
            }
            return record(type, open);
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new MessageTextException("expected an object with fields, found " + tree);
        }
        Map<String, @Nullable Object> open = new LinkedHashMap<>();
        map.forEach((key, value) -> open.put(String.valueOf(key), value));
        return record(type, open);
    }

    private static Object record(Class<?> type, Map<String, @Nullable Object> open) {
        Object record = parts(type, open);
        if (!open.isEmpty()) {
            throw new MessageTextException(
                    "unknown field "
                            + open.keySet().iterator().next()
                            + ", expected one of "
                            + expected(type));
        }
        return record;
    }

    private static Set<String> expected(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Part part : RecordShape.of(type).parts()) {
            switch (part.kind()) {
                case ATTRIBUTE -> names.add("@" + part.name());
                case TEXT -> names.add(TEXT);
                case ELEMENT -> names.add(part.name());
                case MEMBER ->
                        RecordShape.permitted(part.type())
                                .forEach(one -> names.add(RecordShape.elementOf(one)));
                case INLINE ->
                        names.addAll(
                                part.list() ? Set.of("#" + part.name()) : inlineNames(part.type()));
            }
        }
        return names;
    }

    private static Set<String> inlineNames(Class<?> type) {
        if (!RecordShape.isChoice(type)) {
            return RecordShape.isGroup(type) ? expected(type) : Set.of(RecordShape.elementOf(type));
        }
        Set<String> names = new TreeSet<>();
        RecordShape.permitted(type).forEach(one -> names.addAll(inlineNames(one)));
        return names;
    }

    private static Object parts(Class<?> type, Map<String, @Nullable Object> open) {
        RecordShape shape = RecordShape.of(type);
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Part part : shape.parts()) {
            arguments.add(part.list() ? list(part, open) : one(part, open));
        }
        try {
            return shape.construct(arguments);
        } catch (IllegalArgumentException e) {
            throw new MessageTextException(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Object one(Part part, Map<String, @Nullable Object> open) {
        return switch (part.kind()) {
            case ATTRIBUTE -> named(part, "@" + part.name(), open);
            case TEXT -> named(part, TEXT, open);
            case ELEMENT -> named(part, part.name(), open);
            case MEMBER -> member(part, part.type(), open);
            case INLINE -> inline(part, part.type(), open);
        };
    }

    private static @Nullable Object named(
            Part part, String key, Map<String, @Nullable Object> open) {
        if (!open.containsKey(key)) {
            return missing(part, key);
        }
        return within(key, part.type(), open.remove(key), part.wire());
    }

    private static Object within(
            String key,
            Class<?> type,
            @Nullable Object tree,
            org.plugcharge.exi.schema.@Nullable Wire wire) {
        try {
            return value(type, tree, wire);
        } catch (MessageTextException e) {
            throw e.within(key);
        }
    }

    private static @Nullable Object missing(Part part, String what) {
        if (part.optional()) {
            return null;
        }
        throw new MessageTextException("expected " + what + ", found no such field");
    }

    private static @Nullable Object member(
            Part part, Class<?> sealed, Map<String, @Nullable Object> open) {
        for (Class<?> record : RecordShape.permitted(sealed)) {
            String name = RecordShape.elementOf(record);
            if (open.containsKey(name)) {
                return within(name, record, open.remove(name), null);
            }
        }
        return missing(part, "one of the group " + part.name());
    }

    private static @Nullable Object inline(
            Part part, Class<?> type, Map<String, @Nullable Object> open) {
        if (!RecordShape.isChoice(type)) {
            return expected(type).stream().anyMatch(open::containsKey)
                    ? parts(type, open)
                    : missing(part, "its fields");
        }
        for (Class<?> alternative : RecordShape.permitted(type)) {
            if (fits(alternative, open)) {
                if (RecordShape.isGroup(alternative)) {
                    return parts(alternative, open);
                }
                String name = RecordShape.elementOf(alternative);
                return within(name, alternative, open.remove(name), null);
            }
        }
        return missing(part, "one of " + inlineNames(type));
    }

    /** Whether one of the alternative's fields is here, and none missing that it needs. */
    private static boolean fits(Class<?> alternative, Map<String, @Nullable Object> open) {
        return inlineNames(alternative).stream().anyMatch(open::containsKey)
                && (!RecordShape.isGroup(alternative)
                        || RecordShape.of(alternative).parts().stream()
                                .allMatch(part ->
                                        part.kind() != Kind.ELEMENT
                                                || part.optional()
                                                || part.list()
                                                || open.containsKey(part.name())));
    }

    private static List<Object> list(Part part, Map<String, @Nullable Object> open) {
        String key = part.kind() == Kind.ELEMENT ? part.name() : "#" + part.name();
        Object found = open.remove(key);
        if (found == null) {
            return part.kind() == Kind.ELEMENT ? List.of() : byNames(part, open);
        }
        List<?> items = found instanceof List<?> list ? list : List.of(found);
        List<Object> values = new ArrayList<>();
        for (Object item : items) {
            if (part.kind() == Kind.ELEMENT) {
                values.add(within(key, part.type(), item, part.wire()));
                continue;
            }
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            if (item instanceof Map<?, ?> map) {
                map.forEach((name, value) -> fields.put(String.valueOf(name), value));
            }
            Object value =
                    part.kind() == Kind.MEMBER
                            ? member(part, part.type(), fields)
                            : inline(part, part.type(), fields);
            if (value == null || !fields.isEmpty()) {
                throw new MessageTextException("expected one field in each item, found " + item)
                        .within(key);
            }
            values.add(value);
        }
        return values;
    }

    /**
     * A list of alternatives whose elements stand under their own names, as they do in XML; equal
     * names stay in order.
     */
    private static List<Object> byNames(Part part, Map<String, @Nullable Object> open) {
        List<Object> values = new ArrayList<>();
        for (String name :
                part.kind() == Kind.MEMBER ? memberNames(part.type()) : inlineNames(part.type())) {
            Object found = open.remove(name);
            if (found == null) {
                continue;
            }
            for (Object item : found instanceof List<?> list ? list : List.of(found)) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put(name, item);
                Object value =
                        part.kind() == Kind.MEMBER
                                ? member(part, part.type(), fields)
                                : inline(part, part.type(), fields);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static Set<String> memberNames(Class<?> sealed) {
        Set<String> names = new TreeSet<>();
        RecordShape.permitted(sealed).forEach(one -> names.add(RecordShape.elementOf(one)));
        return names;
    }
}
