package org.plugcharge.v2g.text;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.WireName;
import org.plugcharge.exi.schema.Xs;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** The simple values as XML Schema writes them. */
final class Scalars {

    private Scalars() {}

    /** A string, number or boolean. */
    static Object toText(Object value, @Nullable Wire wire) {
        Xs xs = wire == null ? Xs.DEFAULT : wire.xs();
        return switch (value) {
            case Bytes bytes when xs == Xs.HEX_BINARY -> bytes.toHex().toUpperCase(Locale.ROOT);
            case Bytes bytes -> Base64.getEncoder().encodeToString(bytes.toArray());
            case Enum<?> constant -> wireName(constant);
            case Long number when xs == Xs.UNSIGNED_LONG ->
                    new BigInteger(Long.toUnsignedString(number));
            default -> value;
        };
    }

    static String wireName(Enum<?> constant) {
        try {
            WireName name =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(WireName.class);
            return name == null ? constant.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("no constant " + constant, e);
        }
    }

    static boolean isScalar(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type == String.class
                || type == Bytes.class
                || type == Boolean.class
                || Number.class.isAssignableFrom(type);
    }

    /** The value of this Java type that the text stands for. */
    static Object toValue(Class<?> type, @Nullable Object found, @Nullable Wire wire) {
        if (found == null || found instanceof java.util.Map || found instanceof java.util.List) {
            throw new MessageTextException(
                    "expected "
                            + describe(type)
                            + ", found "
                            + (found == null
                                    ? "null"
                                    : found instanceof java.util.Map ? "an object" : "a list"));
        }
        String text = found.toString();
        try {
            return parse(type, type == String.class ? text : text.trim(), wire);
        } catch (IllegalArgumentException e) {
            throw new MessageTextException(
                    "expected " + describe(type) + ", found \"" + text + "\"");
        }
    }

    private static Object parse(Class<?> type, String text, @Nullable Wire wire) {
        Xs xs = wire == null ? Xs.DEFAULT : wire.xs();
        if (type == Bytes.class) {
            return xs == Xs.HEX_BINARY
                    ? Bytes.owning(HexFormat.of().parseHex(text))
                    : Bytes.owning(Base64.getMimeDecoder().decode(text));
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (wireName((Enum<?>) constant).equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException(text);
        }
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "boolean", "Boolean" -> bool(text);
            case "byte", "Byte" -> Byte.parseByte(text);
            case "short", "Short" -> Short.parseShort(text);
            case "int", "Integer" -> Integer.parseInt(text);
            case "long", "Long" ->
                    xs == Xs.UNSIGNED_LONG ? Long.parseUnsignedLong(text) : Long.parseLong(text);
            case "BigInteger" -> new BigInteger(text);
            default -> throw new IllegalStateException("no simple type: " + type);
        };
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String describe(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(one -> wireName((Enum<?>) one))
                            .toList();
        }
        return switch (type.getSimpleName()) {
            case "Bytes" -> "octets";
            case "String" -> "a string";
            case "boolean", "Boolean" -> "true or false";
            default -> "an integer";
        };
    }
}
