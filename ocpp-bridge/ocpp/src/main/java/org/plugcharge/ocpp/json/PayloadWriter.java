package org.plugcharge.ocpp.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Writes a record as one JSON object and refuses, before anything is sent, what the peer would have
 * to refuse.
 */
public final class PayloadWriter {

    private PayloadWriter() {}

    /**
     * Writes {@code payload}; throws {@link BadPayload} where it is longer, larger or further out
     * than its shape allows.
     */
    public static void write(JsonGenerator generator, Record payload) {
        object(generator, payload, Path.ROOT);
    }

    private static void object(JsonGenerator generator, Object payload, Path path) {
        generator.writeStartObject();
        for (Shape.Part part : Shape.of(payload.getClass()).parts()) {
            Object value = read(part, payload);
            if (value != null) {
                generator.writeName(part.name());
                value(generator, part.value(), value, path.property(part.name()));
            } else if (part.required()) {
                throw path.bad(
                        Problem.Kind.MISSING, "required property " + part.name() + " is missing");
            }
        }
        generator.writeEndObject();
    }

    private static void value(JsonGenerator generator, Shape.Value shape, Object value, Path path) {
        switch (shape) {
            case Shape.Text text -> text(generator, text, (String) value, path);
            case Shape.Whole whole -> whole(generator, whole, (Integer) value, path);
            case Shape.Decimal _ -> generator.writeNumber((BigDecimal) value);
            case Shape.Flag _ -> generator.writeBoolean((Boolean) value);
            case Shape.Time _ -> generator.writeString(((Instant) value).toString());
            case Shape.Choice _ -> generator.writeString(((WireEnum) value).wire());
            case Shape.Nested _ -> object(generator, value, path);
            case Shape.Many many -> list(generator, many, (List<?>) value, path);
        }
    }

    private static void list(JsonGenerator generator, Shape.Many many, List<?> values, Path path) {
        if (values.size() < many.min() || values.size() > many.max()) {
            throw path.bad(
                    Problem.Kind.LIST_SIZE,
                    values.size() + " elements, not " + many.min() + ".." + many.max());
        }
        generator.writeStartArray();
        for (int i = 0; i < values.size(); i++) {
            value(generator, many.element(), values.get(i), path.index(i));
        }
        generator.writeEndArray();
    }

    private static void text(JsonGenerator generator, Shape.Text text, String value, Path path) {
        int length = value.codePointCount(0, value.length());
        if (length > text.maxLength()) {
            throw path.bad(
                    Problem.Kind.TOO_LONG, length + " characters, at most " + text.maxLength());
        }
        generator.writeString(value);
    }

    private static void whole(
            JsonGenerator generator, Shape.Whole whole, Integer value, Path path) {
        if (value < whole.min() || value > whole.max()) {
            throw path.bad(
                    Problem.Kind.VALUE, value + " is outside " + whole.min() + ".." + whole.max());
        }
        generator.writeNumber(value.intValue());
    }

    private static @Nullable Object read(Shape.Part part, Object payload) {
        try {
            return (Object) part.accessor().invokeExact(payload);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + part.name(), e);
        }
    }
}
