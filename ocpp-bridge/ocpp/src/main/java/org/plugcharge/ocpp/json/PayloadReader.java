package org.plugcharge.ocpp.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one JSON object into a record, or says what is wrong with it.
 *
 * <p>A {@code customData} object, which every OCPP type may carry, is checked for syntax and
 * dropped. A text with the character U+0000 is refused, since no store keeps it.
 */
public final class PayloadReader {

    private static final String CUSTOM_DATA = "customData";
    private static final int MAX_PRECISION = 30;
    private static final int MAX_SCALE = 15;
    private static final int MAX_TIME_LENGTH = 40;

    private PayloadReader() {}

    /**
     * Reads the object the parser is about to deliver; the parser stands on its last token
     * afterwards. Throws {@link BadPayload} for whatever is wrong, JSON syntax included.
     */
    public static <T> T read(JsonParser parser, Class<T> type) {
        try {
            parser.nextToken();
            return type.cast(object(parser, Shape.of(type), Path.ROOT));
        } catch (JacksonException e) {
            throw Path.ROOT.bad(Problem.Kind.SYNTAX, e.getOriginalMessage());
        }
    }

    private static Object object(JsonParser parser, Shape shape, Path path) {
        expect(parser, JsonToken.START_OBJECT, path, "an object");
        @Nullable Object[] values = new @Nullable Object[shape.parts().size()];
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            property(parser, shape, path, values);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && shape.parts().get(i).required()) {
                throw path.bad(
                        Problem.Kind.MISSING,
                        "required property " + shape.parts().get(i).name() + " is missing");
            }
        }
        return construct(shape, values);
    }

    private static void property(
            JsonParser parser, Shape shape, Path path, @Nullable Object[] values) {
        String name = parser.currentName();
        Integer position = shape.positions().get(name);
        if (position != null) {
            parser.nextToken();
            values[position] =
                    value(parser, shape.parts().get(position).value(), path.property(name));
        } else if (name.equals(CUSTOM_DATA)) {
            parser.nextToken();
            expect(parser, JsonToken.START_OBJECT, path.property(name), "an object");
            parser.skipChildren();
        } else {
            throw path.bad(Problem.Kind.EXTRA, "unknown property " + shown(name));
        }
    }

    private static Object value(JsonParser parser, Shape.Value value, Path path) {
        return switch (value) {
            case Shape.Text text -> text(parser, text, path);
            case Shape.Whole whole -> whole(parser, whole, path);
            case Shape.Decimal _ -> decimal(parser, path);
            case Shape.Flag _ -> flag(parser, path);
            case Shape.Time _ -> time(parser, path);
            case Shape.Choice choice -> choice(parser, choice, path);
            case Shape.Nested nested -> object(parser, Shape.of(nested.type()), path);
            case Shape.Many many -> list(parser, many, path);
        };
    }

    private static List<Object> list(JsonParser parser, Shape.Many many, Path path) {
        expect(parser, JsonToken.START_ARRAY, path, "a list");
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements.size() == many.max()) {
                throw path.bad(Problem.Kind.LIST_SIZE, "more than " + many.max() + " elements");
            }
            elements.add(value(parser, many.element(), path.index(elements.size())));
        }
        if (elements.size() < many.min()) {
            throw path.bad(Problem.Kind.LIST_SIZE, "fewer than " + many.min() + " elements");
        }
        return elements;
    }

    private static String text(JsonParser parser, Shape.Text text, Path path) {
        expect(parser, JsonToken.VALUE_STRING, path, "a text");
        String value = parser.getString();
        if (value.codePointCount(0, value.length()) > text.maxLength()) {
            throw path.bad(
                    Problem.Kind.TOO_LONG, "longer than " + text.maxLength() + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw path.bad(Problem.Kind.VALUE, "holds the character U+0000");
        }
        return value;
    }

    private static Integer whole(JsonParser parser, Shape.Whole whole, Path path) {
        BigDecimal value = decimal(parser, path);
        if (value.stripTrailingZeros().scale() > 0) {
            throw path.bad(Problem.Kind.TYPE, "expected a whole number, found " + value);
        }
        if (value.compareTo(BigDecimal.valueOf(whole.min())) < 0
                || value.compareTo(BigDecimal.valueOf(whole.max())) > 0) {
            throw path.bad(Problem.Kind.VALUE, "outside " + whole.min() + ".." + whole.max());
        }
        return value.intValueExact();
    }

    private static BigDecimal decimal(JsonParser parser, Path path) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                && parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            throw path.bad(Problem.Kind.TYPE, "expected a number, found " + found(parser));
        }
        BigDecimal value = parser.getDecimalValue();
        if (value.precision() > MAX_PRECISION || Math.abs((long) value.scale()) > MAX_SCALE) {
            throw path.bad(Problem.Kind.VALUE, "a number with too many digits");
        }
        return value;
    }

    private static Boolean flag(JsonParser parser, Path path) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw path.bad(Problem.Kind.TYPE, "expected true or false, found " + found(parser));
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private static Instant time(JsonParser parser, Path path) {
        expect(parser, JsonToken.VALUE_STRING, path, "a date-time");
        String value = parser.getString();
        if (value.length() > MAX_TIME_LENGTH
                || value.isEmpty()
                || !Character.isDigit(value.charAt(0))) {
            throw path.bad(Problem.Kind.VALUE, "no date-time: " + shown(value));
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw path.bad(Problem.Kind.VALUE, "no date-time: " + shown(value));
        }
    }

    private static Object choice(JsonParser parser, Shape.Choice choice, Path path) {
        expect(parser, JsonToken.VALUE_STRING, path, "a text");
        Object word = choice.words().get(parser.getString());
        if (word == null) {
            throw path.bad(Problem.Kind.VALUE, "no such word: " + shown(parser.getString()));
        }
        return word;
    }

    private static Object construct(Shape shape, @Nullable Object[] values) {
        try {
            return shape.constructor().invokeExact(values);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot build " + shape.type(), e);
        }
    }

    private static void expect(JsonParser parser, JsonToken token, Path path, String wanted) {
        if (parser.currentToken() != token) {
            throw path.bad(Problem.Kind.TYPE, "expected " + wanted + ", found " + found(parser));
        }
    }

    private static String found(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token == null
                ? "nothing"
                : switch (token) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "a list";
                    case VALUE_STRING -> "a text";
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                    case VALUE_TRUE, VALUE_FALSE -> "true or false";
                    case VALUE_NULL -> "null";
                    default -> "the end";
                };
    }

    /** A peer's word in a message of ours: short and without control characters. */
    private static String shown(String word) {
        String shortened = word.length() > 40 ? word.substring(0, 40) + "..." : word;
        return "'" + shortened.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
