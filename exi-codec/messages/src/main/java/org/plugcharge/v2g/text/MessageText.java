package org.plugcharge.v2g.text;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.RecordShape.Kind;
import org.plugcharge.v2g.text.RecordShape.Part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages as ordered trees of names and values, with the names of the schema.
 *
 * <p>An element with content is a map, a repeated one a list, a simple one a string, number or
 * boolean; attributes are {@code @Name}, text beside attributes is {@code #text}, a list of
 * alternatives is {@code #} and the component's name. Absent elements are left out. Binaries are
 * hex where the schema says hexBinary, else Base64.
 */
public final class MessageText {

    static final String TEXT = "#text";

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
     * The record (or simple value) of this class that a tree stands for; what stands for a
     * substitution group is a member that the set has.
     *
     * @throws MessageTextException if a field is missing, unknown, or of the wrong kind: says which
     *     and what was expected
     */
    public static Object read(MessageSet set, Class<?> type, @Nullable Object tree, String name) {
        return new TreeReader(set.documents().values()).read(type, tree, name);
    }
}
