package org.plugcharge.exi.compiler;

/** Writes the Java expressions that code one simple value. */
final class Values {

    private Values() {}

    /** A statement that writes {@code value}. */
    static String encode(Value type, String value) {
        return switch (type) {
            case Value.Bool _ -> "out.bool(" + value + ");";
            case Value.Int number when number.small() ->
                    "out.ranged(%s, %s, %s, %d);"
                            .formatted(value, number.min(), number.max(), number.width());
            case Value.Int number when number.wide64() -> "out.unsigned64(" + value + ");";
            case Value.Int number ->
                    "out.%s(%s, %s, %s);"
                            .formatted(
                                    number.min().signum() < 0 ? "integer" : "unsigned",
                                    value,
                                    min(number),
                                    max(number));
            case Value.BigInt _ -> "out.bigInteger(" + value + ");";
            case Value.Text text ->
                    "out.string(%s, %s);".formatted(value, lengths(text.min(), text.max()));
            case Value.Binary binary ->
                    "out.binary(%s, %s);".formatted(value, lengths(binary.min(), binary.max()));
            case Value.Enumeration constants ->
                    "out.bits(%s.ordinal(), %d);".formatted(value, constants.width());
        };
    }

    /** An expression that reads a value; {@code name} is the element or attribute that holds it. */
    static String decode(Value type, Name name, Names names, Source source) {
        return switch (type) {
            case Value.Bool _ -> "in.bool()";
            case Value.Int number when number.small() ->
                    cast(number, "int")
                            + "in.ranged(%s, %s, %d)"
                                    .formatted(number.min(), number.max(), number.width());
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
            case Value.Enumeration constants ->
                    "in.oneOf(%s.%s, %d)"
                            .formatted(
                                    source.type(names.javaPackage() + ".Constants"),
                                    constantsOf(constants),
                                    constants.width());
        };
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
