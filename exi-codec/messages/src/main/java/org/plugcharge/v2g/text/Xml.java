package org.plugcharge.v2g.text;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.text.RecordShape.Kind;
import org.plugcharge.v2g.text.RecordShape.Part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes records as XML with the namespaces of their schema. */
final class Xml {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    private boolean indented;

    private Xml(boolean indented) {
        this.indented = indented;
    }

    static String write(NamedValue root, boolean indented) {
        Xml xml = new Xml(indented);
        xml.element(
                RecordShape.namespace(root.value().getClass()), root.name(), root.value(), null, 0);
        StringBuilder declarations = new StringBuilder();
        xml.prefixes.forEach((uri, prefix) ->
                declarations
                        .append(" xmlns:")
                        .append(prefix)
                        .append("=\"")
                        .append(uri)
                        .append('"'));
        int end = 1;
        while (" />".indexOf(xml.text.charAt(end)) < 0) {
            end++;
        }
        xml.text.insert(end, declarations);
        return xml.text.append(indented ? "\n" : "").toString();
    }

    private String qualified(String uri, String local) {
        return uri.isEmpty()
                ? local
                : prefixes.computeIfAbsent(uri, _ -> "ns" + (prefixes.size() + 1)) + ":" + local;
    }

    private void element(String uri, String local, Object value, @Nullable Wire wire, int depth) {
        newLine(depth);
        String name = qualified(uri, local);
        text.append('<').append(name);
        if (Scalars.isScalar(value.getClass())) {
            text.append('>')
                    .append(escape(Scalars.toText(value, wire).toString()))
                    .append("</")
                    .append(name)
                    .append('>');
            return;
        }
        List<Part> parts = RecordShape.of(value.getClass()).parts();
        for (Part part : parts) {
            Object attribute = part.kind() == Kind.ATTRIBUTE ? part.valueIn(value) : null;
            if (attribute != null) {
                String owner =
                        RecordShape.attributesQualified(part.owner())
                                ? RecordShape.namespace(part.owner())
                                : "";
                text.append(' ')
                        .append(qualified(owner, part.name()))
                        .append("=\"")
                        .append(escape(Scalars.toText(attribute, part.wire()).toString()))
                        .append('"');
            }
        }
        text.append('>');
        int before = text.length();
        boolean simple = parts.stream().anyMatch(part -> part.kind() == Kind.TEXT);
        boolean outside = indented;
        // In mixed content white space would be text.
        indented &= !value.getClass().isAnnotationPresent(Mixed.class);
        children(value, depth);
        if (text.length() == before) {
            text.setCharAt(before - 1, '/');
            text.append('>');
            indented = outside;
            return;
        }
        if (!simple) {
            newLine(depth);
        }
        indented = outside;
        text.append("</").append(name).append('>');
    }

    private void children(Object record, int depth) {
        for (Part part : RecordShape.of(record.getClass()).parts()) {
            Object value = part.valueIn(record);
            if (part.kind() == Kind.TEXT && value != null) {
                text.append(escape(Scalars.toText(value, part.wire()).toString()));
            } else if (part.kind() != Kind.ATTRIBUTE && value != null) {
                List<?> all = value instanceof List<?> list ? list : List.of(value);
                all.forEach(one -> child(part, one, depth));
            }
        }
    }

    private void child(Part part, Object value, int depth) {
        Class<?> type = value.getClass();
        switch (part.kind()) {
            case MEMBER ->
                    element(
                            RecordShape.namespace(type),
                            RecordShape.elementOf(type),
                            value,
                            null,
                            depth + 1);
            case INLINE -> {
                if (RecordShape.isGroup(type)) {
                    children(value, depth);
                } else {
                    element(
                            RecordShape.namespace(type),
                            RecordShape.elementOf(type),
                            value,
                            null,
                            depth + 1);
                }
            }
            default -> element(namespace(part), part.name(), value, part.wire(), depth + 1);
        }
    }

    private static String namespace(Part part) {
        Wire wire = part.wire();
        if (wire != null && wire.ref()) {
            return RecordShape.namespace(part.type().isRecord() ? part.type() : part.owner());
        }
        return RecordShape.elementsQualified(part.owner())
                ? RecordShape.namespace(part.owner())
                : "";
    }

    private void newLine(int depth) {
        if (indented && !text.isEmpty()) {
            text.append('\n').append(STEP.repeat(depth));
        }
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
