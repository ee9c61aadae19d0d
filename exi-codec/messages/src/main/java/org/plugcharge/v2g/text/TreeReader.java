package org.plugcharge.v2g.text;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.text.RecordShape.Kind;
import org.plugcharge.v2g.text.RecordShape.Part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes records of the trees of {@link MessageText}. */
final class TreeReader {

    /** The records that may be members of substitution groups. */
    private final Collection<Class<?>> known;

    TreeReader(Collection<Class<?>> known) {
        this.known = known;
    }

    Object read(Class<?> type, @Nullable Object tree, String name) {
        try {
            return value(type, tree, null);
        } catch (MessageTextException e) {
            throw e.within(name);
        }
    }

    private Object value(Class<?> type, @Nullable Object tree, @Nullable Wire wire) {
        if (Scalars.isScalar(type)) {
            return Scalars.toValue(type, tree, wire);
        }
        if (tree instanceof String text) {
            Map<String, @Nullable Object> open = new LinkedHashMap<>();
            if (!text.isBlank()) {
                open.put(MessageText.TEXT, text);
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

    private Object record(Class<?> type, Map<String, @Nullable Object> open) {
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

    private Set<String> expected(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Part part : RecordShape.of(type).parts()) {
            switch (part.kind()) {
                case ATTRIBUTE -> names.add("@" + part.name());
                case TEXT -> names.add(MessageText.TEXT);
                case ELEMENT -> names.add(part.name());
                case MEMBER ->
                        members(part.type()).forEach(one -> names.add(RecordShape.elementOf(one)));
                case INLINE ->
                        names.addAll(
                                part.list() ? Set.of("#" + part.name()) : inlineNames(part.type()));
            }
        }
        return names;
    }

    private Set<String> inlineNames(Class<?> type) {
        if (!RecordShape.isChoice(type)) {
            return RecordShape.isGroup(type) ? expected(type) : Set.of(RecordShape.elementOf(type));
        }
        Set<String> names = new TreeSet<>();
        RecordShape.permitted(type).forEach(one -> names.addAll(inlineNames(one)));
        return names;
    }

    private Object parts(Class<?> type, Map<String, @Nullable Object> open) {
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

    private @Nullable Object one(Part part, Map<String, @Nullable Object> open) {
        return switch (part.kind()) {
            case ATTRIBUTE -> named(part, "@" + part.name(), open);
            case TEXT -> named(part, MessageText.TEXT, open);
            case ELEMENT -> named(part, part.name(), open);
            case MEMBER -> member(part, part.type(), open);
            case INLINE -> inline(part, part.type(), open);
        };
    }

    private @Nullable Object named(Part part, String key, Map<String, @Nullable Object> open) {
        if (!open.containsKey(key)) {
            return missing(part, key);
        }
        return within(key, part.type(), open.remove(key), part.wire());
    }

    private Object within(String key, Class<?> type, @Nullable Object tree, @Nullable Wire wire) {
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

    private @Nullable Object member(
            Part part, Class<?> sealed, Map<String, @Nullable Object> open) {
        for (Class<?> record : members(sealed)) {
            String name = RecordShape.elementOf(record);
            if (open.containsKey(name)) {
                return within(name, record, open.remove(name), null);
            }
        }
        return missing(part, "one of the group " + part.name());
    }

    private @Nullable Object inline(Part part, Class<?> type, Map<String, @Nullable Object> open) {
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
    private boolean fits(Class<?> alternative, Map<String, @Nullable Object> open) {
        return inlineNames(alternative).stream().anyMatch(open::containsKey)
                && (!RecordShape.isGroup(alternative)
                        || RecordShape.of(alternative).parts().stream()
                                .allMatch(part ->
                                        part.kind() != Kind.ELEMENT
                                                || part.optional()
                                                || part.list()
                                                || open.containsKey(part.name())));
    }

    private List<Object> list(Part part, Map<String, @Nullable Object> open) {
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
    private List<Object> byNames(Part part, Map<String, @Nullable Object> open) {
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

    private Set<String> memberNames(Class<?> sealed) {
        Set<String> names = new TreeSet<>();
        members(sealed).forEach(one -> names.add(RecordShape.elementOf(one)));
        return names;
    }

    private List<Class<?>> members(Class<?> sealed) {
        return RecordShape.permitted(sealed).stream().filter(known::contains).toList();
    }
}
