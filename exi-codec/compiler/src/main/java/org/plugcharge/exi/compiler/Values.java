package org.plugcharge.exi.compiler;

/** Writes the Java expressions that code one simple value. */
final class Values {

    private Values() {}

    /** The bits of every value of the type, or -1 if it depends on the value. */
    static int width(Value type) {
        return switch (type) {
            case Value.Bool _ -> 1;
            case Value.Int number when number.small() -> number.width();
            case Value.Enumeration constants -> constants.width();
            default -> -1;
        };
    }

    /** Whether an element of the type may be empty: strings and octets. */
    static boolean mayBeEmpty(Value type) {
        return type instanceof Value.Text || type instanceof Value.Binary;
    }

    /** The bits of a value of a type of fixed width, as a long. */
    static String bits(Value type, String value) {
        return switch (type) {
            case Value.Bool _ -> "(" + value + " ? 1L : 0L)";
            case Value.Int number ->
                    "out.distance(%s, %s, %s, %d)"
                            .formatted(value, min(number), max(number), number.width());
            case Value.Enumeration _ -> "(long) " + value + ".ordinal()";
            default -> throw new IllegalStateException("not of fixed width: " + type);
        };
    }

    /**
     * A statement that writes {@code width} bits that wait and then {@code value}, of a type
     * without fixed width.
     */
    static String encode(Value type, String ahead, String width, String value) {
        String first = ahead + ", " + width + ", " + value;
        return switch (type) {
            case Value.Int number when number.wide64() -> "out.unsigned64(" + first + ");";
            case Value.Int number ->
                    "out.%s(%s, %s, %s);"
                            .formatted(
                                    number.min().signum() < 0 ? "integer" : "unsigned",
                                    first,
                                    min(number),
                                    max(number));
            case Value.BigInt _ -> "out.bigInteger(" + first + ");";
            case Value.Text text ->
                    "out.string(%s, %s);".formatted(first, lengths(text.min(), text.max()));
            case Value.Binary binary ->
                    "out.binary(%s, %s);".formatted(first, lengths(binary.min(), binary.max()));
            default -> throw new IllegalStateException("of fixed width: " + type);
        };
    }

    /**
     * An expression that takes a value of fixed width out of {@code bits}, of which {@code behind}
     * come later.
     */
    static String decodeFixed(Value type, String bits, int behind, Names names, Source source) {
        int width = width(type);
        String cut =
                (behind == 0 ? bits : bits + " >>> " + behind)
                        + " & "
                        + ((1L << width) - 1)
                        + (width > 31 ? "L" : "");
        return switch (type) {
            case Value.Bool _ -> "(" + cut + ") != 0";
            case Value.Int number ->
                    cast(number, "long")
                            + "in.ranged(%s, %s, %s, %d)"
                                    .formatted(cut, min(number), max(number), behind);
            case Value.Enumeration constants ->
                    "in.oneOf(%s.%s, %s, %d)"
                            .formatted(
                                    source.type(names.javaPackage() + ".Constants"),
                                    constantsOf(constants),
                                    cut,
                                    behind);
            default -> throw new IllegalStateException("not of fixed width: " + type);
        };
    }

    /** An expression that reads all of an element that holds a string or octets. */
    static String decodeElement(Value type, Name name, Names names) {
        return switch (type) {
            case Value.Text text ->
                    "in.stringElement(%d, %s)"
                            .formatted(names.partition(name), lengths(text.min(), text.max()));
            case Value.Binary binary ->
                    "in.binaryElement(" + lengths(binary.min(), binary.max()) + ")";
            default -> throw new IllegalStateException("never empty: " + type);
        };
    }

    /**
     * An expression that reads a value of a type without fixed width; {@code name} is the element
     * or attribute that holds it.
     */
    static String decode(Value type, Name name, Names names) {
        return switch (type) {
            case Value.Int number when number.wide64() -> "in.unsigned64()";
            case Value.Int number ->
                    cast(number, "long")
                            + "in.%s(%s, %s)"
                                    .formatted(
                                            number.min().signum() < 0 ? "integer" : "unsigned",
                                            min(number),
                                            max(number));
            case Value.BigInt _ -> "in.bigInteger()";
            case Value.Text text ->
                    "in.string(%d, %s)"
                            .formatted(names.partition(name), lengths(text.min(), text.max()));
            case Value.Binary binary -> "in.binary(" + lengths(binary.min(), binary.max()) + ")";
            default -> throw new IllegalStateException("of fixed width: " + type);
        };
    }

    /** What an empty string or no octets is in Java. */
    static String empty(Value type, Source source) {
        return type instanceof Value.Text
                ? "\"\""
                : source.type("org.plugcharge.exi.Bytes") + ".EMPTY";
    }

    /** The name of the array that holds an enumeration's constants. */
    static String constantsOf(Value.Enumeration constants) {
        String simple = constants.java().replaceFirst("^(?:[a-z]\\w*\\.)+", "").replace('.', '_');
        return simple.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }

    private static String cast(Value.Int number, String found) {
        return number.java().equals(found) ? "" : "(" + number.java() + ") ";
    }

    private static String min(Value.Int number) {
        return literal(number.min());
    }

    private static String max(Value.Int number) {
        return literal(number.max());
    }

    private static String literal(java.math.BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.toString();
        }
        return number.equals(java.math.BigInteger.valueOf(Long.MIN_VALUE))
                ? "Long.MIN_VALUE"
                : number + "L";
    }

    private static String lengths(int min, int max) {
        return min
                + ", "
                + (max == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : Integer.toString(max));
    }
}
