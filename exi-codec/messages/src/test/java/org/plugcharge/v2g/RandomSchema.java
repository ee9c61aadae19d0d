package org.plugcharge.v2g;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes small schemas at random, as the Java text of annotated records: every kind of simple type
 * with and without facets, attributes, occurrences, choices, groups, substitution groups, text
 * beside attributes.
 */
final class RandomSchema {

    private final SplittableRandom random;
    private final StringBuilder types = new StringBuilder();
    private int names;

    /**
     * All lists or none: beside an unbounded list the other engine forgets the upper bounds of the
     * others, and takes six of at most five without leaving the first level.
     */
    private final boolean unbounded;

    RandomSchema(SplittableRandom random) {
        this.random = random;
        this.unbounded = random.nextBoolean();
    }

    /** The text of package-info.java. */
    String packageInfo() {
        return """
        @SchemaPackage(namespace = "urn:random", attributesQualified = %s)
        @SchemaSet(name = "t", prefix = "T", fragments = {"Root"})
        @org.jspecify.annotations.NullMarked
        package org.example.t;
        import org.plugcharge.exi.schema.*;
        """
                .formatted(random.nextBoolean());
    }

    /** The text of Root.java: the global element Root, with all other types within. */
    String root() {
        List<String> inner = new ArrayList<>();
        for (int count = random.nextInt(1, 4); count > 0; count--) {
            inner.add(random.nextInt(4) == 0 ? textType() : complexType(inner));
        }
        String components = components(inner, true);
        return """
        package org.example.t;
        import java.math.BigInteger;
        import java.util.List;
        import org.jspecify.annotations.Nullable;
        import org.plugcharge.exi.Bytes;
        import org.plugcharge.exi.schema.*;
        @GlobalElement("Root")
        public record Root(%s) {
        %s}
        """
                .formatted(components, types);
    }

    /** A name of its own; the first letter is any, so that sorting is not counting. */
    private String name() {
        return (char) ('A' + random.nextInt(26)) + "n" + names++;
    }

    private String complexType(List<String> inner) {
        String type = "T" + name();
        String components = components(inner, false);
        types.append(
                "@ComplexType(\"%1$sType\") public record %1$s(%2$s) {}%n"
                        .formatted(type, components));
        return type;
    }

    private String textType() {
        String type = "T" + name();
        List<String> components = attributes();
        components.add("@Text " + simple("text", false).replaceFirst("^@Wire\\([^)]*\\) ", ""));
        types.append(
                "@ComplexType(\"%1$sType\") public record %1$s(%2$s) {}%n"
                        .formatted(type, String.join(", ", components)));
        return type;
    }

    private List<String> attributes() {
        List<String> attributes = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            String name = name();
            String type = random.nextBoolean() ? "String" : "Integer";
            boolean optional = random.nextBoolean();
            attributes.add(
                    "@Attribute(\"%s\") %s %s%s"
                            .formatted(name, optional ? "@Nullable" : "", type, " a" + name));
        }
        return attributes;
    }

    private String components(List<String> inner, boolean rich) {
        List<String> components = attributes();
        int count = random.nextInt(components.isEmpty() ? 1 : 0, rich ? 8 : 5);
        for (; count > 0; count--) {
            components.add(component(inner));
        }
        if (rich) {
            components.add(random.nextInt(components.size() + 1), choice(inner));
            components.add(random.nextInt(components.size() + 1), substitution(inner));
            components.add(random.nextInt(components.size() + 1), group(inner));
        }
        return String.join(", ", components);
    }

    private String component(List<String> inner) {
        boolean complex = !inner.isEmpty() && random.nextInt(3) == 0;
        boolean list = random.nextInt(4) == 0;
        if (!complex) {
            return simple(name(), list);
        }
        String type = inner.get(random.nextInt(inner.size()));
        String name = name();
        String start = "@Wire(\"" + name + "\") ";
        return list
                ? start + occurs() + "List<" + type + "> c" + name
                : start + nullable() + type + " c" + name;
    }

    private String nullable() {
        return random.nextInt(3) == 0 ? "@Nullable " : "";
    }

    private String occurs() {
        int min = random.nextInt(unbounded ? 2 : 4);
        int max = Math.max(1, min + random.nextInt(4));
        return unbounded
                ? "@Occurs(min = " + min + ", max = Integer.MAX_VALUE) "
                : "@Occurs(min = " + min + ", max = " + max + ") ";
    }

    private String simple(String name, boolean list) {
        boolean optional = !list && !name.equals("text") && random.nextInt(3) == 0;
        String xs = "";
        String facets = "";
        String type;
        switch (random.nextInt(10)) {
            case 0 -> type = "Boolean";
            case 1 -> {
                type = "Byte";
                facets = range(-128, 127);
            }
            case 2 -> {
                type = "Short";
                facets = range(Short.MIN_VALUE, Short.MAX_VALUE);
            }
            case 3 -> {
                type = "Integer";
                facets = range(Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
            case 4 -> {
                type = "Long";
                facets = range(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
            }
            case 5 -> {
                type = "Integer";
                boolean small = random.nextBoolean();
                xs = small ? "UNSIGNED_BYTE" : "UNSIGNED_SHORT";
                facets = range(0, small ? 255 : 65_535);
            }
            case 6 -> {
                type = "Long";
                xs = "UNSIGNED_INT";
                facets = range(0, 0xFFFF_FFFFL);
            }
            case 7 -> {
                type = "Bytes";
                xs = random.nextBoolean() ? "HEX_BINARY" : "";
                facets = length();
            }
            case 8 -> type = enumeration();
            default -> {
                type = "String";
                facets = length();
            }
        }
        boolean primitive = !optional && !list && random.nextBoolean();
        String java = primitive ? primitive(type) : type;
        return "@Wire(%s) %s%s%s %s"
                .formatted(
                        xs.isEmpty()
                                ? "\"" + name + "\""
                                : "value = \"" + name + "\", xs = Xs." + xs,
                        facets,
                        list ? occurs() : optional ? "@Nullable " : "",
                        list ? "List<" + type + ">" : java,
                        "c" + name);
    }

    private static String primitive(String type) {
        return switch (type) {
            case "Boolean" -> "boolean";
            case "Byte" -> "byte";
            case "Short" -> "short";
            case "Integer" -> "int";
            case "Long" -> "long";
            default -> type;
        };
    }

    private String range(long min, long max) {
        if (random.nextBoolean()) {
            return "";
        }
        long low = random.nextLong(min, max);
        long most = random.nextBoolean() ? Math.min(max, low + random.nextInt(1, 5000)) : max;
        long high = most > low ? random.nextLong(low, most) : low;
        if (high - low < 4096 && (Math.abs(low) > Short.MAX_VALUE || max > Integer.MAX_VALUE)) {
            return ""; // The other engine leaves the first level for few values far from zero.
        }
        return "@Range(min = " + low + "L, max = " + high + "L) ";
    }

    private String length() {
        int min = random.nextInt(3);
        return random.nextBoolean()
                ? ""
                : "@Length(min = " + min + ", max = " + (min + random.nextInt(1, 40)) + ") ";
    }

    private String enumeration() {
        String type = "E" + name();
        List<String> constants = new ArrayList<>();
        for (int count = random.nextInt(1, 18); count > 0; count--) {
            constants.add("V" + constants.size());
        }
        types.append("public enum %s { %s }%n".formatted(type, String.join(", ", constants)));
        return type;
    }

    /** One or two local elements, and a group of one to three. */
    private String choice(List<String> inner) {
        String name = name();
        List<String> group = new ArrayList<>();
        for (int count = random.nextInt(1, 4); count > 0; count--) {
            group.add(count == 1 ? simple(name(), false) : component(inner));
        }
        types.append(
                """
                @Choice public sealed interface C%1$s permits L%1$s, G%1$s {}
                @LocalElement("L%1$s") public record L%1$s(%2$s) implements C%1$s {}
                @Group public record G%1$s(%3$s) implements C%1$s {}
                """
                        .formatted(name, simple(name(), false), first(group)));
        return nullable() + "C" + name + " c" + name;
    }

    /** The first element of a group must be there, so that its alternative can be told. */
    private String first(List<String> group) {
        group.addFirst("@Wire(\"F%1$s\") String f%1$s".formatted(name()));
        return String.join(", ", group);
    }

    private String group(List<String> inner) {
        String name = name();
        List<String> group = new ArrayList<>(List.of(component(inner)));
        types.append("@Group public record G%s(%s) {}%n".formatted(name, first(group)));
        return nullable() + "G" + name + " g" + name;
    }

    private String substitution(List<String> inner) {
        String name = name();
        types.append(
                """
                @SubstitutionGroup("%1$s") public sealed interface %1$s permits M%1$s, A%1$s {}
                @GlobalElement("M%1$s") public record M%1$s(%2$s) implements %1$s {}
                @GlobalElement("A%1$s") public record A%1$s(%3$s) implements %1$s {}
                """
                        .formatted(name, component(inner), simple(name(), false)));
        return "@Wire(value = \"%1$s\", ref = true) %2$s%1$s s%1$s".formatted(name, nullable());
    }
}
